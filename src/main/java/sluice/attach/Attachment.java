package sluice.attach;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import sluice.report.Failure;
import sluice.shell.Caller;
import sluice.shell.ExitStatus;
import sluice.shell.UnableToRunException;

/**
 * This terminal's connection to a running desk, good for one task. Confined to one thread, but for what it starts
 * itself.
 */
public final class Attachment implements AutoCloseable {

    /** A desk that says nothing for so long is stopped or gone; a busy one says that it is alive. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration GREETING = Duration.ofSeconds(5);

    /** Stands for the end of the connection. */
    private static final Frame GONE = Frame.of(Frame.Kind.HELLO);

    private final Wire wire;
    private final BlockingQueue<Frame> received = new LinkedBlockingQueue<>();
    private final Greeting desk;

    private Attachment(Wire wire, Greeting self) {
        this.wire = wire;
        daemon("attach-in", this::receive);
        this.desk = greet(self);
    }

    /**
     * The connection to whoever listens there; empty where nobody does.
     *
     * @throws UnableToRunException when the desk does not answer, or takes nothing from here
     */
    public static Optional<Attachment> to(Path socket, Greeting self) {
        try {
            var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            return Optional.of(new Attachment(new Wire(channel), self));
        } catch (IOException nobody) {
            return Optional.empty();
        } catch (Gone e) {
            return Optional.empty();
        }
    }

    /** The desk went while it could still be asked again. */
    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void receive() {
        try {
            for (var frame = wire.read(); frame.isPresent(); frame = wire.read()) {
                received.add(frame.get());
            }
        } catch (IOException gone) {
            // As good as closed.
        }
        received.add(GONE);
    }

    private Greeting greet(Greeting self) {
        say(Bodies.of(Frame.Kind.HELLO, self));
        var answer = next(GREETING);
        while (answer.isPresent() && answer.get().kind() == Frame.Kind.ALIVE) {
            answer = next(GREETING);
        }
        if (answer.isEmpty()) {
            close();
            throw silent("A desk holds the journal, but it does not answer.");
        }
        if (answer.get() == GONE) {
            close();
            throw new Gone();
        }
        refuseIfRefused(answer.get());
        try {
            return Bodies.read(answer.get(), Frame.Kind.HELLO, Greeting.class);
        } catch (MalformedFrameException e) {
            close();
            throw silent("What listens at the socket of the desk is no desk: " + e.getMessage() + ".");
        }
    }

    private void refuseIfRefused(Frame answer) {
        if (answer.kind() != Frame.Kind.REFUSED) {
            return;
        }
        close();
        try {
            var why = Bodies.read(answer, Frame.Kind.REFUSED, Refusal.class);
            throw new UnableToRunException(ExitStatus.JOURNAL_HELD, Failure.of(why.code(), why.message()));
        } catch (MalformedFrameException e) {
            throw silent("A desk holds the journal, and refused this without a reason.");
        }
    }

    private static UnableToRunException silent(String message) {
        return new UnableToRunException(ExitStatus.JOURNAL_HELD, Failure.of("DESK_SILENT", message));
    }

    /** The next frame; empty where none came in time. */
    private Optional<Frame> next(Duration patience) {
        try {
            return Optional.ofNullable(received.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(GONE);
        }
    }

    private void say(Frame frame) {
        try {
            wire.write(frame);
        } catch (IOException gone) {
            received.add(GONE);
        }
    }

    /**
     * Runs a command in the desk, and gives its exit status; empty when the desk went before the command began.
     *
     * @throws UnableToRunException when what became of it is unknown
     */
    public OptionalInt run(Task task, Ends ends) {
        var client = new Client(this::say, ends);
        var caller = ends.caller();
        try (var interrupts = caller.on(Caller.Signal.INTERRUPT, client::interrupt)) {
            say(Bodies.of(Frame.Kind.RUN, task));
            return heard(client);
        }
    }

    /**
     * Prompts in the desk at this terminal.
     *
     * @param in what is read where nothing can be moved on a screen
     */
    public OptionalInt prompt(Task task, Terminal terminal, InputStream in) {
        var typing = new Typing(this::say, terminal, in);
        say(Bodies.of(Frame.Kind.RUN, typing.at(task)));
        typing.start();
        return heard(typing);
    }

    /** Whoever takes what the desk says. */
    interface Ear {

        void take(Frame frame) throws IOException;

        /** The operator wants to wait no longer. */
        boolean isTired();
    }

    private OptionalInt heard(Ear ear) {
        var begun = false;
        while (!ear.isTired()) {
            var frame = next(SILENCE);
            if (frame.isEmpty()) {
                throw lost(begun, "it says nothing any more");
            }
            if (frame.get() == GONE) {
                if (!begun) {
                    return OptionalInt.empty();
                }
                throw lost(true, "it has gone");
            }
            refuseIfRefused(frame.get());
            if (frame.get().kind() == Frame.Kind.END) {
                return OptionalInt.of(status(frame.get()));
            }
            begun |= frame.get().kind() == Frame.Kind.BEGUN;
            take(ear, frame.get());
        }
        return OptionalInt.of(ExitStatus.INTERRUPTED.code());
    }

    private static int status(Frame frame) {
        return frame.text().matches("[0-9]{1,3}") ? Integer.parseInt(frame.text()) : ExitStatus.BUG.code();
    }

    /** A terminal that cannot be written to is gone, and so is this end. */
    private static void take(Ear ear, Frame frame) {
        try {
            ear.take(frame);
        } catch (IOException e) {
            throw new UnableToRunException(
                    ExitStatus.INTERRUPTED, Failure.of("OUTPUT_GONE", "Nobody reads what the desk says."));
        }
    }

    private UnableToRunException lost(boolean begun, String how) {
        return begun
                ? new UnableToRunException(
                        ExitStatus.IN_DOUBT,
                        Failure.of(
                                "DESK_LOST",
                                "The desk (" + desk.process() + ") was lost while this ran: " + how
                                        + ". What it was told may have been done; look with orders and reconcile."))
                : silent("The desk (" + desk.process() + ") holds the journal, but " + how + ".");
    }

    @Override
    public void close() {
        wire.close();
    }
}
