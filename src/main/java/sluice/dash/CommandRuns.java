package sluice.dash;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import sluice.engine.view.View;
import sluice.report.Failure;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.ExitStatus;
import sluice.shell.InterruptedCommandException;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.run.Runner;
import sluice.shell.script.Script;

/**
 * Commands given on the screen, each run on a thread of its own, so that neither keys nor picture wait for one, nor a
 * kill for an order. Safe for any thread.
 */
final class CommandRuns {

    private static final int MOST = 16;
    private static final String TERMINAL = "dash";

    private final Session session;
    private final ZoneId zone;
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private volatile int columns;
    private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Question> questions = new ConcurrentLinkedQueue<>();

    /**
     * What was told of a command that has ended.
     *
     * @param view with what it has changed
     */
    record Done(String command, ExitStatus status, String text, Session session, View view) {}

    /** What a command wants to know before it goes on, and what it has told so far. */
    record Question(String text, String told, CompletableFuture<Boolean> answer) {}

    /** A command under way. */
    record Running(String command, long startedNanos, Thread thread) {}

    CommandRuns(Session session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    /** How wide the screen is, for what is told from now on. */
    void within(int width) {
        columns = width;
    }

    /** Whether it was begun: there may be too many under way. */
    boolean run(String line) {
        if (running.size() >= MOST) {
            return false;
        }
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        var printer = new Printer(writer, writer, Printer.Format.TEXT, new Look(true, zone).within(() -> columns));
        var manner = Manner.dash(session.manner().readyTimeout(), question -> confirms(question, text));
        var inner = session.inner(manner, printer);
        inner.aliases().putAll(session.aliases());
        session.last().ifPresent(inner::placed);
        var thread = new Thread(() -> run(line, inner, text), "dash-command");
        thread.setDaemon(true);
        running.add(new Running(line, session.clock().nanos(), thread));
        thread.start();
        return true;
    }

    private void run(String line, Session inner, StringWriter text) {
        var status = ExitStatus.BUG;
        var view = inner.desk().view();
        try {
            status = status(line, inner);
            view = inner.look();
        } finally {
            done.add(new Done(line, status, text.toString(), inner, view));
            var self = Thread.currentThread();
            running.removeIf(each -> each.thread() == self);
        }
    }

    private static ExitStatus status(String line, Session inner) {
        var runner = new Runner(inner);
        var status = ExitStatus.OK;
        for (var item : Script.of(line, "").items()) {
            if (item instanceof Script.Read read) {
                status = runner.run(read.typed().alone());
            } else {
                status = ExitStatus.USAGE;
                inner.printer().failure(TERMINAL, Failure.of("USAGE", ((Script.Unreadable) item).message()));
            }
            if (status != ExitStatus.OK || inner.isLeaving()) {
                break;
            }
        }
        return status;
    }

    private boolean confirms(String text, StringWriter told) {
        var question = new Question(text, told.toString(), new CompletableFuture<>());
        questions.add(question);
        try {
            return question.answer().get();
        } catch (InterruptedException e) {
            throw new InterruptedCommandException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("answered with a word, never with a failure", e);
        } finally {
            questions.remove(question);
        }
    }

    /** The next one that has ended, once. */
    Optional<Done> done() {
        return Optional.ofNullable(done.poll());
    }

    /** The oldest that nobody answered yet. */
    Optional<Question> question() {
        return Optional.ofNullable(questions.peek());
    }

    void answer(Question question, boolean yes) {
        questions.remove(question);
        question.answer().complete(yes);
    }

    List<Running> running() {
        return new ArrayList<>(running);
    }

    /** Nothing waits for the newest any more; what it asked for goes on. */
    void interruptNewest() {
        var all = running();
        if (!all.isEmpty()) {
            all.get(all.size() - 1).thread().interrupt();
        }
    }

    /** Nobody is there to answer any more. */
    void leave() {
        for (var question = questions.poll(); question != null; question = questions.poll()) {
            question.answer().complete(false);
        }
    }
}
