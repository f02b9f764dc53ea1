package sluice.dash;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import sluice.dash.bar.Bar;
import sluice.dash.bar.Completion;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Arrangement;
import sluice.dash.tile.ArrangementFile;
import sluice.dash.tile.Kind;
import sluice.engine.view.View;
import sluice.market.Symbol;
import sluice.order.ParentId;
import sluice.order.parent.ParentOrder;
import sluice.report.Text;
import sluice.report.orders.OrderShape;
import sluice.shell.ExitStatus;
import sluice.shell.Session;
import sluice.shell.Stage;

/**
 * What keys bring about. Whatever touches an order is one of the shell's commands, and is asked about by name before it
 * is run. Confined to the dash's thread.
 */
final class Actions {

    private static final Set<String> CHANGES = Set.of("buy", "sell", "cancel", "amend");
    private static final String ACKNOWLEDGE = "alerts --ack ";
    private static final String WATCH = "watch";
    private static final Pattern ALERT = Pattern.compile("\\bA-[0-9]{1,18}\\b");
    private static final Pattern CHANGED = Pattern.compile("(?m)^P-([0-9]{1,18})\\b");

    private final Board board;
    private final Session session;
    private final Stage stage;
    private final CommandRuns runs;
    private final Supplier<View> view;
    private boolean redrawing;
    private boolean left;

    Actions(Board board, Session session, Stage stage, CommandRuns runs, Supplier<View> view) {
        this.board = board;
        this.session = session;
        this.stage = stage;
        this.runs = runs;
        this.view = view;
    }

    void say(String text) {
        say(Line.of(text));
    }

    private void say(Line line) {
        var now = session.clock().now();
        var time = new Text(session.printer().look()).time(now);
        board.told().say(now, time.substring("2026-01-01 ".length()), line);
    }

    void redraw() {
        redrawing = true;
    }

    /** Whether all of it is to be drawn anew, once. */
    boolean redraws() {
        var asked = redrawing;
        redrawing = false;
        return asked;
    }

    void leave() {
        left = true;
    }

    boolean hasLeft() {
        return left || session.isLeaving();
    }

    void interrupt() {
        if (runs.running().isEmpty()) {
            leave();
        } else {
            runs.interruptNewest();
        }
    }

    void type() {
        board.bar(Optional.of(new Bar(
                new Completion(stage.reader(), stage.completer()),
                stage.reader().getHistory())));
    }

    void run(String line) {
        if (line.isBlank()) {
            return;
        }
        stage.reader().getHistory().add(line);
        var word = line.strip().split("\\s+", 2)[0];
        if (session.table().name(word).equals(WATCH)) {
            say(Line.of("watch is for the prompt: what stands here is looked at ten times a second already."));
        } else {
            begin(line.strip());
        }
    }

    private void begin(String line) {
        if (runs.run(line)) {
            say(Line.of(line + " ...", Tone.DIM));
        } else {
            say(Line.of("Not done: too many commands are under way already: " + line, Tone.BAD));
        }
    }

    /** Shows what commands came to that have ended, and asks what those want to know that have not. */
    void attend(int columns) {
        runs.within(columns);
        for (var done = runs.done(); done.isPresent(); done = runs.done()) {
            ended(done.get(), columns);
        }
        runs.question().filter(question -> board.ask().isEmpty()).ifPresent(this::ask);
    }

    /** What a command has told of what it is about to do is part of its question. */
    private void ask(CommandRuns.Question question) {
        if (!question.told().isBlank()) {
            board.window(Optional.of(Window.of("before it goes on", question.told())));
        }
        board.ask(Optional.of(
                new Board.Ask(question.text(), () -> runs.answer(question, true), () -> runs.answer(question, false))));
    }

    private void ended(CommandRuns.Done done, int columns) {
        done.session().placed().forEach(session::placed);
        session.aliases().clear();
        session.aliases().putAll(done.session().aliases());
        if (done.session().isLeaving()) {
            session.leave();
        }
        var text = done.text().stripTrailing();
        var lines = text.lines().map(Line::coloured).toList();
        var order = done.status() == ExitStatus.OK ? changed(done) : Optional.<ParentOrder>empty();
        if (order.isPresent()) {
            say(OrderShape.sentence(order.get()));
            board.told().says(() -> Line.of(OrderShape.sentence(newest(order.get()))));
        } else if (lines.size() == 1 && lines.get(0).width() <= columns) {
            say(lines.get(0));
        } else if (lines.isEmpty() || isSeenInItsPane(done)) {
            say(Line.of(done.command() + (done.status() == ExitStatus.OK ? ": done" : ": " + done.status())));
        } else {
            say(Line.of(done.command() + ": " + lines.size() + " lines", Tone.DIM));
            board.window(Optional.of(new Window(done.command(), lines)));
        }
    }

    private static boolean isSeenInItsPane(CommandRuns.Done done) {
        return done.status() == ExitStatus.OK && done.command().startsWith(ACKNOWLEDGE);
    }

    /** The order that a command has changed, newer than the picture may be: the panes show the rest. */
    private Optional<ParentOrder> changed(CommandRuns.Done done) {
        var id = CHANGED.matcher(done.text());
        return isChange(done.command()) && id.find()
                ? done.view().orders().parent(new ParentId(Long.parseLong(id.group(1))))
                : Optional.empty();
    }

    private ParentOrder newest(ParentOrder known) {
        return view.get().orders().parent(known.parent().id()).orElse(known);
    }

    private static boolean isChange(String command) {
        return CHANGES.contains(command.split(" ", 2)[0]);
    }

    void filter(String words) {
        if (board.focus() != Kind.BOOK) {
            board.stance(board.focus()).filter(words);
            return;
        }
        var wanted = words.toUpperCase(Locale.ROOT);
        symbols().stream()
                .filter(symbol -> symbol.name().startsWith(wanted))
                .findFirst()
                .ifPresent(board::look);
    }

    void lookOn(int by) {
        board.lookOn(symbols(), by);
    }

    private List<Symbol> symbols() {
        return symbols(view.get());
    }

    /** Those that a venue lists and a book is kept of, or would be. */
    static List<Symbol> symbols(View view) {
        var symbols = new TreeSet<Symbol>();
        view.venues()
                .values()
                .forEach(venue ->
                        venue.feeds().keySet().forEach(feed -> feed.symbol().ifPresent(symbols::add)));
        return List.copyOf(symbols);
    }

    /** The timeline of the order in the row that is chosen; of a row that is about none, all of it. */
    void open() {
        var stance = board.stance(board.focus());
        if (stance.order().isPresent()) {
            begin("order " + stance.order().get());
        } else if (stance.row().isPresent()) {
            board.window(Optional.of(
                    new Window(board.focus().title(), List.of(stance.row().get()))));
        } else {
            board.zoom(!board.isZoomed());
        }
    }

    /** Takes the alert in the row that is chosen as known, by the command for it. */
    void acknowledge() {
        var alert = board.stance(Kind.ALERTS).row().map(Line::text).map(ALERT::matcher);
        if (board.focus() == Kind.ALERTS && alert.isPresent() && alert.get().find()) {
            begin(ACKNOWLEDGE + alert.get().group());
        } else {
            say("No alert is chosen: 5 goes to the alerts.");
        }
    }

    void cancel() {
        var chosen = board.stance(board.focus()).order();
        if (chosen.isEmpty()) {
            say("No order is chosen: 3 goes to the open orders.");
            return;
        }
        var id = chosen.get();
        var named = Affected.by(view.get(), id);
        if (named.isEmpty()) {
            say(Line.of("Not cancelled: " + id + " is not open any more.", Tone.WARN));
            return;
        }
        ask("Cancel " + named.get() + "?", "cancel " + id, id + " stays as it is.");
    }

    private void ask(String question, String command, String declined) {
        board.ask(Optional.of(new Board.Ask(question, () -> begin(command), () -> say(declined))));
    }

    void kill() {
        var cancels = Affected.byKill(view.get());
        ask(
                "KILL: no new order goes out, " + cancels + ", until resume --reason. Kill?",
                "kill",
                "Nothing was killed.");
    }

    void arrangeAsUsual() {
        board.arrange(Arrangement.USUAL);
        board.zoom(false);
        say("The usual arrangement; w keeps it.");
    }

    void keepArrangement() {
        try {
            file(session).write(board.arrangement());
            say("This arrangement is kept.");
        } catch (UncheckedIOException e) {
            say(Line.of("Not kept: " + e.getMessage(), Tone.BAD));
        }
    }

    static ArrangementFile file(Session session) {
        return new ArrangementFile(session.settings().state().resolve("dash"));
    }
}
