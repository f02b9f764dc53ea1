package sluice.dash;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.dash.cell.Glyphs;
import sluice.dash.screen.Depth;
import sluice.dash.screen.JLineTerminal;
import sluice.market.Symbol;
import sluice.report.Failure;
import sluice.report.Said;
import sluice.shell.Entry;
import sluice.shell.ExitStatus;
import sluice.shell.Group;
import sluice.shell.Needs;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.Stage;
import sluice.shell.words.Known;

/** {@code dash}: has the terminal of the prompt until the operator leaves, and gives it back as it was. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  dash", "  dash ETH-USDT"})
public final class DashCommand implements ShellCommand {

    private static final long TICK_MS = 10;

    private final Session session;
    private final Map<String, String> environment;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SYMBOL", description = "Whose books to show first.")
    private Optional<Symbol> symbol = Optional.empty();

    private DashCommand(Session session, Map<String, String> environment) {
        this.session = session;
        this.environment = environment;
    }

    /** @param environment of this process, for what it says of its own terminal */
    public static Entry entry(Map<String, String> environment) {
        return new Entry(
                "dash",
                Group.SESSION,
                Needs.DESK,
                "Shows books, orders, venues and more on the whole screen",
                session -> new DashCommand(session, environment));
    }

    @Override
    public void check() {
        new Known(session.look()).symbol(symbol);
    }

    @Override
    public Outcome run() {
        var stage = session.stage();
        if (stage.isEmpty()) {
            return refused("dash wants a terminal of its own: sluice dash, or dash at the prompt");
        }
        var terminal = stage.get().terminal();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB) || terminal.getWidth() == 0) {
            return refused("this terminal (" + terminal.getType()
                    + ") cannot move its cursor; status, orders and venues show the same line by line");
        }
        check();
        try (var taken = stage.get().take();
                var terminalOfIts = new JLineTerminal(terminal)) {
            return shown(stage.get(), terminalOfIts, look(terminal));
        } catch (IOException gone) {
            session.leave();
            return refused("the terminal is gone");
        }
    }

    private static Outcome refused(String why) {
        return Outcome.failed(ExitStatus.REFUSED, Failure.of("NO_SCREEN", "No dash: " + why + "."));
    }

    /** What it can show: by its own description, and where it is this process's, by its environment. */
    private Dash.Look look(Terminal terminal) {
        var most = Optional.ofNullable(terminal.getNumericCapability(Capability.max_colors))
                .orElse(0);
        var own = session.caller().via().isEmpty() ? environment : Map.<String, String>of();
        var depth = Depth.of(session.printer().look().colour(), most, own);
        return new Dash.Look(new Glyphs(terminal.encoding().equals(StandardCharsets.UTF_8)), depth);
    }

    private Outcome shown(Stage stage, JLineTerminal terminal, Dash.Look look) throws IOException {
        var screen = new TerminalScreen(terminal);
        screen.startScreen();
        try (var pulse = Pulse.start(session.desk(), session.clock())) {
            var dash = new Dash(session, stage, screen, look, symbol);
            loop(dash, terminal, screen, pulse);
            var left = dash.leave();
            return Outcome.done(new Said(
                    left.isEmpty() ? "" : "Goes on unwatched: " + left.get(0).command(),
                    out -> out.flag("left", true)));
        } finally {
            screen.stopScreen(false);
        }
    }

    private void loop(Dash dash, JLineTerminal terminal, TerminalScreen screen, Pulse pulse) throws IOException {
        var pace = new Pace();
        var drawn = pulse.view();
        while (!dash.hasLeft()) {
            var view = pulse.view();
            var now = session.clock().nanos();
            if (pace.isDue(now, view.seq() != drawn.seq())) {
                pace.drawn(now);
                drawn = view;
                dash.draw(drawn);
            }
            keys(dash, terminal, screen);
        }
    }

    private void keys(Dash dash, JLineTerminal terminal, TerminalScreen screen) throws IOException {
        try {
            terminal.awaitKey(TICK_MS);
            if (terminal.wasAway()) {
                dash.redraw();
            }
            for (KeyStroke key = screen.pollInput(); key != null && !dash.hasLeft(); key = screen.pollInput()) {
                dash.take(key);
            }
        } catch (InterruptedIOException interrupted) {
            Thread.interrupted();
        }
    }
}
