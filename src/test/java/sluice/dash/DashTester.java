package sluice.dash;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import sluice.dash.cell.Glyphs;
import sluice.dash.screen.Depth;
import sluice.engine.view.View;
import sluice.market.Stamp;
import sluice.shell.CommandTable;
import sluice.shell.Manner;
import sluice.shell.ScriptedDesk;
import sluice.shell.Session;
import sluice.shell.ShellTester;
import sluice.shell.Stage;
import sluice.shell.prompt.WordCompleter;

/** A dash on Lanterna's virtual terminal, over a desk that says what a test wants it to. */
final class DashTester {

    final ShellTester shell = new ShellTester();
    final ScriptedDesk desk = shell.desk;
    final Session session;
    final Stage stage;
    private final DefaultVirtualTerminal terminal;
    private final Dash dash;
    private Duration silent = Duration.ZERO;

    DashTester(Path state, int columns, int rows) {
        this(state, columns, rows, new Dash.Look(new Glyphs(true), Depth.INDEXED));
    }

    DashTester(Path state, int columns, int rows, Dash.Look look) {
        shell.state(state);
        shell.log(state.resolve("sluice.log"));
        var manner = Manner.dash(Duration.ofMillis(200), question -> false);
        session = new Session(shell.context(), CommandTable.standard(), manner);
        terminal = new DefaultVirtualTerminal(new TerminalSize(columns, rows));
        try {
            var dumb = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
            var reader = LineReaderBuilder.builder().terminal(dumb).build();
            stage = new Stage(reader, new WordCompleter(session));
            var screen = new TerminalScreen(terminal);
            screen.startScreen();
            dash = new Dash(session, stage, screen, look, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The desk was last heard of so long ago. */
    DashTester silentFor(Duration time) {
        silent = time;
        return this;
    }

    DashTester resized(int columns, int rows) {
        terminal.setTerminalSize(new TerminalSize(columns, rows));
        return this;
    }

    /** Types characters one by one. */
    DashTester types(String text) {
        text.chars().forEach(each -> take(new KeyStroke((char) each, false, false)));
        return this;
    }

    DashTester presses(KeyType... types) {
        for (var type : types) {
            take(new KeyStroke(type));
        }
        return this;
    }

    DashTester holdsControl(char letter) {
        take(new KeyStroke(letter, true, false));
        return this;
    }

    private void take(KeyStroke key) {
        dash.take(key);
    }

    /** Types a command into the bar, and waits for what becomes of it. */
    DashTester commands(String line) {
        return types(":" + line).presses(KeyType.Enter).awaits();
    }

    DashTester awaits() {
        try {
            for (var running : dash.running()) {
                running.thread().join(10_000);
            }
            return this;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean hasLeft() {
        return dash.hasLeft();
    }

    /** The screen as it is now. */
    List<String> lines() {
        try {
            dash.draw(view());
            dash.draw(view());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var lines = new ArrayList<String>();
        for (int row = 0; row < terminal.getTerminalSize().getRows(); row++) {
            var line = row;
            lines.add(IntStream.range(0, terminal.getTerminalSize().getColumns())
                    .mapToObj(
                            column -> terminal.getBufferCharacter(column, line).getCharacterString())
                    .collect(Collectors.joining())
                    .stripTrailing());
        }
        return lines;
    }

    private View view() {
        var view = desk.view();
        var now = session.clock().stamp();
        var at = new Stamp(now.at().minus(silent), now.nanos() - silent.toNanos());
        return new View(view.seq(), at, view.orders(), view.venues(), view.risk(), view.alerts(), view.journalFault());
    }

    /** Whether the text comes while a command is under way. */
    boolean showsSoon(String text) {
        for (var running : dash.running()) {
            while (running.thread().isAlive() && !text().contains(text)) {
                Thread.onSpinWait();
            }
        }
        return text().contains(text);
    }

    String text() {
        return String.join("\n", lines());
    }

    /** The line that holds the text. */
    String line(String text) {
        return lines().stream().filter(line -> line.contains(text)).findFirst().orElse("");
    }

    /** Whether the first character of the text is struck out. */
    boolean isStruck(String text) {
        var lines = lines();
        for (int row = 0; row < lines.size(); row++) {
            var column = lines.get(row).indexOf(text);
            if (column >= 0) {
                return terminal.getBufferCharacter(column, row).getModifiers().contains(SGR.CROSSED_OUT);
            }
        }
        throw new AssertionError("not on the screen: " + text + "\n" + String.join("\n", lines));
    }

    /** How many cells have a colour of their own. */
    long coloured() {
        lines();
        var size = terminal.getTerminalSize();
        return IntStream.range(0, size.getRows() * size.getColumns())
                .mapToObj(cell -> terminal.getBufferCharacter(cell % size.getColumns(), cell / size.getColumns()))
                .filter(cell -> !cell.getForegroundColor().equals(com.googlecode.lanterna.TextColor.ANSI.DEFAULT))
                .count();
    }
}
