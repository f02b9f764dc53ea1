package sluice.dash;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.dash.cell.Glyphs;
import sluice.dash.pane.AlertsPane;
import sluice.dash.pane.BookPane;
import sluice.dash.pane.FillsPane;
import sluice.dash.pane.LogPane;
import sluice.dash.pane.Logged;
import sluice.dash.pane.OrdersPane;
import sluice.dash.pane.Pane;
import sluice.dash.pane.PositionsPane;
import sluice.dash.pane.QualityPane;
import sluice.dash.pane.Sight;
import sluice.dash.pane.Trails;
import sluice.dash.pane.VenuesPane;
import sluice.dash.screen.Painter;
import sluice.dash.screen.Palette;
import sluice.dash.tile.Kind;
import sluice.engine.view.View;
import sluice.market.Symbol;
import sluice.shell.Session;
import sluice.shell.Stage;
import sluice.venue.Feed;

/**
 * The whole screen: takes keys, and draws the desk at most ten times a second. Confined to one thread, which alone
 * waits for the terminal; the desk is only ever looked at.
 */
final class Dash {

    private final Session session;
    private final Screen screen;
    private final Glyphs glyphs;
    private final CommandRuns runs;
    private final Board board;
    private final Actions actions;
    private final Keys keys;
    private final Drawing drawing;
    private final Header header;
    private final LogTail log;
    private final Trails trails = new Trails();
    private View view;

    Dash(Session session, Stage stage, Screen screen, Look look, Optional<Symbol> wanted) {
        this.session = session;
        this.screen = screen;
        this.glyphs = look.glyphs();
        this.view = session.desk().view();
        this.runs = new CommandRuns(session, session.printer().look().zone());
        this.board = new Board(Actions.file(session).read(), wanted.orElseGet(() -> symbol(view)));
        this.actions = new Actions(board, session, stage, runs, () -> view);
        this.keys = new Keys(board, actions);
        this.log =
                new LogTail(session.settings().log(), session.printer().look().zone());
        this.drawing = new Drawing(new Painter(screen, new Palette(look.depth()), glyphs), panes());
        this.header = new Header(session.settings().profile());
    }

    /** What the terminal can show. */
    record Look(Glyphs glyphs, sluice.dash.screen.Depth depth) {}

    /** What we work on; else the one that most venues keep a book of. */
    private static Symbol symbol(View view) {
        var working = view.orders().working();
        return working.isEmpty()
                ? Actions.symbols(view).stream()
                        .min(Comparator.comparing(symbol -> -venues(view, symbol)))
                        .orElse(Symbol.of("BTC-USDT"))
                : working.get(working.size() - 1).parent().terms().symbol();
    }

    private static long venues(View view, Symbol symbol) {
        return view.venues().values().stream()
                .filter(venue -> venue.feeds().containsKey(Feed.book(symbol)))
                .count();
    }

    private Map<Kind, Pane> panes() {
        var panes = new EnumMap<Kind, Pane>(Kind.class);
        for (var pane : List.of(
                new BookPane(),
                new VenuesPane(),
                new OrdersPane(),
                new FillsPane(),
                new AlertsPane(),
                new PositionsPane(),
                new QualityPane(),
                new LogPane(this::logged))) {
            panes.put(pane.kind(), pane);
        }
        return panes;
    }

    private List<Logged> logged() {
        var lines = new ArrayList<>(log.lines(session.clock().nanos()));
        lines.addAll(board.told().lines());
        lines.sort(Comparator.comparing(Logged::at));
        return lines;
    }

    void take(KeyStroke key) {
        if (key.getKeyType() == KeyType.EOF) {
            session.leave();
        } else {
            keys.take(key);
        }
    }

    /** The terminal was somebody else's meanwhile. */
    void redraw() {
        actions.redraw();
    }

    boolean hasLeft() {
        return actions.hasLeft();
    }

    /** Brings the screen up to date with that view, sending only what changed. */
    void draw(View newest) throws IOException {
        view = newest;
        var now = session.clock().stamp();
        trails.learn(view, now.nanos());
        var resized = screen.doResizeIfNecessary();
        var size = screen.getTerminalSize();
        actions.attend(size.getColumns());
        var sight =
                new Sight(session.desk(), view, now, session.printer().look().zone(), glyphs, board.symbol(), trails);
        var cursor = drawing.draw(board, sight, header, new Drawing.Size(size.getColumns(), size.getRows()));
        screen.setCursorPosition(cursor.isShown() ? new TerminalPosition(cursor.column(), cursor.row()) : null);
        var anew = actions.redraws() || resized != null;
        screen.refresh(anew ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
    }

    List<CommandRuns.Running> running() {
        return runs.running();
    }

    /** What still runs is left to itself. */
    List<CommandRuns.Running> leave() {
        runs.leave();
        return runs.running();
    }
}
