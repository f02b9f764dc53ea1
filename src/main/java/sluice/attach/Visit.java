package sluice.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.report.Failure;
import sluice.report.Printer;
import sluice.shell.ExitStatus;
import sluice.shell.Shell;
import sluice.shell.UnableToRunException;

/**
 * One connection to the desk: greeted, given one task, heard until it ends. Runs on two threads of its own and never on
 * the desk's; safe for any thread.
 */
final class Visit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final Host host;
    private final String user;
    private final Wire wire;
    private final Outbox outbox;
    private final String name;
    private volatile Optional<Visitor> visitor = Optional.empty();
    private volatile boolean running;

    Visit(Host host, String user, Wire wire, String name) {
        this.host = host;
        this.user = user;
        this.wire = wire;
        this.name = name;
        this.outbox = new Outbox(wire, name + "-out");
    }

    /** Until the other end has gone or the task is done. */
    void attend() {
        try {
            greeted().ifPresent(this::heard);
        } catch (MalformedFrameException e) {
            LOG.warn("{} of {} sent what it should not: {}", name, user, e.getMessage());
            refuse("MALFORMED", "The desk could not understand this: " + e.getMessage() + ".");
        } catch (IOException gone) {
            LOG.debug("{} of {} went away", name, user);
        } finally {
            visitor.ifPresent(Visitor::leave);
            if (!running) {
                outbox.close();
            }
        }
    }

    private Optional<Greeting> greeted() throws IOException {
        var frame = wire.read();
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        var greeting = Bodies.read(frame.get(), Frame.Kind.HELLO, Greeting.class);
        var self = host.self();
        if (greeting.protocol() != Greeting.PROTOCOL) {
            refuse(
                    "ATTACH_VERSION",
                    "The desk is sluice " + self.version() + " and speaks protocol " + Greeting.PROTOCOL
                            + "; this is sluice " + greeting.version() + " and speaks " + greeting.protocol()
                            + ". Use the same version for both.");
            return Optional.empty();
        }
        if (!greeting.profile().equals(self.profile())) {
            refuse(
                    "ATTACH_PROFILE",
                    "The desk that holds this journal runs profile " + self.profile() + ", not " + greeting.profile()
                            + ".");
            return Optional.empty();
        }
        outbox.put(Bodies.of(Frame.Kind.HELLO, self));
        return Optional.of(greeting);
    }

    void refuse(String code, String message) {
        outbox.end(Bodies.of(Frame.Kind.REFUSED, new Refusal(code, message)));
    }

    private void heard(Greeting greeting) {
        try {
            var first = wire.read();
            if (first.isEmpty()) {
                return;
            }
            var task = Bodies.read(first.get(), Frame.Kind.RUN, Task.class);
            var caller = new Visitor(greeting, outbox, !task.isPrompt());
            visitor = Optional.of(caller);
            running = true;
            var thread = new Thread(() -> run(task, caller), name);
            thread.setDaemon(true);
            thread.start();
            for (var frame = wire.read(); frame.isPresent(); frame = wire.read()) {
                caller.take(frame.get());
            }
        } catch (MalformedFrameException e) {
            LOG.warn("{} of {} sent what it should not: {}", name, user, e.getMessage());
            refuse("MALFORMED", "The desk could not understand this: " + e.getMessage() + ".");
        } catch (IOException gone) {
            LOG.debug("{} of {} went away", name, user);
        }
    }

    private void run(Task task, Visitor caller) {
        outbox.put(Frame.of(Frame.Kind.BEGUN));
        var status = ExitStatus.BUG.code();
        try {
            status = status(task, caller);
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("a bug in {}", task.words(), e);
        } finally {
            outbox.end(Frame.of(Frame.Kind.END, Integer.toString(status)));
            outbox.close();
            running = false;
        }
    }

    private int status(Task task, Visitor caller) throws IOException {
        var out = writer(Frame.Kind.OUT);
        var printer = new Printer(
                out, writer(Frame.Kind.ERR), task.json() ? Printer.Format.JSON : Printer.Format.TEXT, task.look());
        var shell = new Shell(host.context(task, user, caller, printer), host.visible());
        try {
            return task.isPrompt() ? prompt(shell, task, caller) : shell.run(task.words());
        } catch (UnableToRunException e) {
            printer.failure(task.command().orElse("shell"), e.failure());
            return e.status().code();
        } catch (RuntimeException e) {
            LOG.error("a bug in {}", task.words(), e);
            var message = "A bug: " + e.getClass().getSimpleName() + ". The details are in "
                    + host.settings().log() + ".";
            printer.failure(task.command().orElse("shell"), Failure.of("BUG", message));
            return ExitStatus.BUG.code();
        }
    }

    /** The terminal is the other end's; its line discipline is here. */
    private int prompt(Shell shell, Task task, Visitor caller) throws IOException {
        var screen = task.screen();
        var out = outbox.stream(Frame.Kind.OUT);
        Terminal terminal = screen.isDumb()
                ? new DumbTerminal("sluice", screen.type(), caller.in(), out, screen.charset())
                : new ExternalTerminal("sluice", screen.type(), caller.in(), out, screen.charset());
        try (terminal) {
            terminal.setSize(new Size(screen.columns(), screen.rows()));
            caller.onSize(size -> resize(terminal, size));
            return shell.prompt(terminal, task.words());
        }
    }

    private static void resize(Terminal terminal, Size size) {
        terminal.setSize(size);
        terminal.raise(Terminal.Signal.WINCH);
    }

    private PrintWriter writer(Frame.Kind kind) {
        return new PrintWriter(new OutputStreamWriter(outbox.stream(kind), UTF_8));
    }

    boolean isRunning() {
        return running;
    }

    /** The desk is about to go: what runs is told so, and has a moment to say what stays. */
    void leave() {
        visitor.ifPresent(Visitor::leave);
    }

    @Override
    public void close() {
        leave();
        outbox.close();
    }
}
