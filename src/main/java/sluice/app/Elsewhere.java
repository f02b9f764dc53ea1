package sluice.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sluice.app.Options.Flag;
import sluice.app.attach.Holder;
import sluice.app.attach.ThisProcess;
import sluice.attach.Attachment;
import sluice.attach.Ends;
import sluice.attach.Rendezvous;
import sluice.attach.Task;
import sluice.market.Clock;
import sluice.report.Failure;
import sluice.report.Printer;
import sluice.shell.CommandTable;
import sluice.shell.Entry;
import sluice.shell.ExitStatus;
import sluice.shell.Needs;
import sluice.shell.UnableToRunException;
import sluice.shell.prompt.Terminals;

/** The desk of another process that holds this journal, where a command that needs a desk runs then. */
final class Elsewhere {

    /** How long a desk that has just taken the journal, or is about to give it back, is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration AGAIN = Duration.ofMillis(20);

    /** A machine that is too busy to ask in time, once it was greeted, asks again. */
    private static final int MOST_GREETINGS = 3;

    /** No exit status. */
    private static final int GONE = -1;

    private final Start start;
    private final CommandTable table;
    private final Printer printer;
    private final Ends ends;
    private final Clock clock;

    Elsewhere(Start start, CommandTable table, Printer printer, Ends ends, Clock clock) {
        this.start = start;
        this.table = table;
        this.printer = printer;
        this.ends = ends;
        this.clock = clock;
    }

    /** Whether what is to be run could run in another process's desk and needs one. */
    boolean isPossible() {
        var options = start.options();
        return !options.has(Flag.NO_ATTACH) && !options.has(Flag.HELP) && needsDesk();
    }

    /** Whether it can have no desk of its own beside another. */
    boolean isNeeded() {
        return isPossible() && !isKill();
    }

    /**
     * Runs the command there, and gives its exit status; empty where it is to be run here.
     *
     * @throws UnableToRunException when there is a desk that does not answer, or the command is to be attached and
     *     there is none
     */
    OptionalInt run() {
        var options = start.options();
        if (!isPossible()) {
            return OptionalInt.empty();
        }
        var status = isKill() ? killed() : attached();
        if (status.isEmpty() && options.has(Flag.ATTACH)) {
            throw new UnableToRunException(
                    ExitStatus.REFUSED,
                    Failure.of(
                            "NO_DESK", "Not done: no desk holds " + start.journal() + ", and --attach starts none."));
        }
        return status;
    }

    /** What keeps a kill from the desk does not keep it from the venues. */
    private OptionalInt killed() {
        try {
            return attached();
        } catch (UnableToRunException e) {
            printer.note(e.failure().message());
            return OptionalInt.empty();
        }
    }

    private boolean needsDesk() {
        return isPrompt() || trades() || isKill() || needs() != Needs.NOTHING;
    }

    private boolean isPrompt() {
        return Prompting.is(start.options());
    }

    /** It can do without a desk, but not pass one by. */
    private boolean isKill() {
        return command().equals(Optional.of("kill"));
    }

    /** Whether an order may go out of it. */
    private boolean trades() {
        return isPrompt() || command().equals(Optional.of("exec")) || needs() == Needs.READY;
    }

    private Optional<String> command() {
        return start.options().command().map(table::name);
    }

    private Needs needs() {
        return command().flatMap(table::named).map(Entry::needs).orElse(Needs.NOTHING);
    }

    private OptionalInt attached() {
        var place = Rendezvous.of(start.journal());
        var until = clock.nanos() + PATIENCE.toNanos();
        var greeted = 0;
        while (true) {
            var attachment = attachment(place);
            if (attachment.isPresent()) {
                var status = run(attachment.get());
                if (status.isPresent()) {
                    return status;
                }
                greeted++;
                until = greeted < MOST_GREETINGS ? clock.nanos() + PATIENCE.toNanos() : until;
            }
            if (!Holder.of(place.journal()).isAlive() || clock.nanos() >= until) {
                return OptionalInt.empty();
            }
            pause();
        }
    }

    private Optional<Attachment> attachment(Rendezvous place) {
        try {
            return place.socket().flatMap(socket -> Attachment.to(socket, ThisProcess.greeting(start.profile())));
        } catch (UnableToRunException e) {
            var holder = Holder.of(place.journal()).text();
            throw new UnableToRunException(
                    e.status(),
                    Failure.of(
                            e.failure().code(),
                            e.failure().message() + " The journal " + start.journal() + " is held by " + holder + "."));
        }
    }

    private OptionalInt run(Attachment to) {
        try (var attachment = to) {
            if (start.isLive() && trades()) {
                Consent.to(start, printer);
            }
            if (isPrompt()) {
                var status = Terminals.prompted(terminal -> attachment
                        .prompt(
                                task(Prompting.words(start.options())),
                                terminal,
                                ends.caller().in())
                        .orElse(GONE));
                return status == GONE ? OptionalInt.empty() : OptionalInt.of(status);
            }
            return attachment.run(task(start.options().words()), ends);
        }
    }

    private Task task(List<String> words) {
        var shell = start.config().shell();
        return new Task(
                words,
                printer.isJson(),
                printer.look().colour(),
                printer.look().zone().getId(),
                start.options().has(Flag.YES),
                shell.readyTimeout().toMillis(),
                Task.Screen.none(
                        printer.look().room().getAsInt(),
                        shell.pager() && !start.options().has(Flag.NO_PAGER),
                        printer.moves()));
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
