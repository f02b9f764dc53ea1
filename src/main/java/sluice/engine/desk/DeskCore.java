package sluice.engine.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import sluice.engine.Answer;
import sluice.engine.DeskEvent;
import sluice.engine.account.Bookkeeping;
import sluice.engine.judging.Judging;
import sluice.engine.market.Books;
import sluice.engine.market.DailyLoss;
import sluice.engine.market.Exposures;
import sluice.engine.market.Regimes;
import sluice.engine.market.Tape;
import sluice.engine.market.Uses;
import sluice.engine.state.State;
import sluice.engine.state.VenueState;
import sluice.engine.turn.Due;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.engine.view.MarketView;
import sluice.engine.view.OrdersView;
import sluice.engine.view.RiskView;
import sluice.engine.view.VenueView;
import sluice.engine.view.View;
import sluice.engine.watch.DeadMen;
import sluice.engine.watch.Diligence;
import sluice.engine.watch.LossWatch;
import sluice.engine.watch.Patrol;
import sluice.engine.work.Amending;
import sluice.engine.work.Cancelling;
import sluice.engine.work.Doubts;
import sluice.engine.work.OrderReports;
import sluice.engine.work.Placing;
import sluice.engine.work.Reconciling;
import sluice.engine.work.Replies;
import sluice.engine.work.Resolving;
import sluice.engine.work.TradingControl;
import sluice.engine.work.Working;
import sluice.market.Clock;
import sluice.market.Mark;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.routing.GreedyRouter;
import sluice.venue.VenueOrder;

/**
 * The desk without its thread: inputs in, effects out, the journal between.
 *
 * <ol>
 *   <li>What a turn records is durable before any of its effects is let out.
 *   <li>While nothing can be made durable, nothing that adds exposure is let out; cancels are.
 *   <li>Replay folds events and judges nothing again.
 * </ol>
 *
 * <p>Confined to whoever drives it: the desk thread, or a simulation.
 */
public final class DeskCore {

    private final Clock clock;
    private final State state = new State();
    private final Map<VenueId, VenueState> venues = new TreeMap<>();
    private final Books books;
    private final Regimes regimes;
    private final Tape tape = new Tape();
    private final Turn turn;
    private final Waiters waiters;
    private final Durability durability;
    private final Commands commands;
    private final News news;
    private final Dues dues;
    private final Uses uses;
    private final Doubts doubts;
    private final DeadMen deadMen;
    private final Setup setup;
    private final List<CompletableFuture<View>> looking = new ArrayList<>();

    /** Brings the journal's state back and begins a new stretch of it; venues are heard from then on. */
    public DeskCore(Setup setup) {
        this(setup, Diligence.USUAL);
    }

    /** The same, as hard to content as told. */
    public DeskCore(Setup setup, Diligence diligence) {
        this.setup = setup;
        this.clock = setup.clock();
        setup.manifests().forEach(manifest -> venues.put(manifest.venue(), new VenueState(manifest)));
        this.books = new Books(clock, setup.consolidation());
        this.regimes = new Regimes(books, clock);
        this.turn = new Turn(state, venues, clock);
        this.durability = new Durability(setup.journal(), turn);
        state.limits().configure(setup.limits().all(), setup.limits().scoped());
        var lastKnown = durability.replay();
        this.waiters = new Waiters(turn);
        var exposures = new Exposures(turn, books, regimes, setup.restrictions(), durability::fault);
        var judging = new Judging(turn, books, exposures, new GreedyRouter());
        this.doubts = new Doubts(turn, books, regimes, diligence.escalateAfter());
        var replies = new Replies(doubts);
        var cancelling = new Cancelling(turn, waiters);
        var amending = new Amending(turn, waiters, judging);
        var placing = new Placing(turn, books, regimes, waiters, judging, replies);
        var working = new Working(turn, placing, cancelling, doubts);
        var trading = new TradingControl(turn, waiters, cancelling);
        var bookkeeping = new Bookkeeping(turn, setup.orphans());
        var reconciling = new Reconciling(turn, doubts, working, bookkeeping, lastKnown);
        var patrol = new Patrol(turn, doubts, reconciling, diligence);
        this.deadMen = new DeadMen(turn, setup.limits().deadMen());
        var reports = new OrderReports(turn, books, regimes, doubts, replies, amending);
        var resolving = new Resolving(turn, doubts, working);
        var workers = new Commands.Workers(placing, cancelling, amending, trading, reconciling, doubts, resolving);
        this.commands = new Commands(turn, waiters, durability, workers);
        this.news = new News(
                turn,
                books,
                tape,
                exposures,
                new News.Hearers(reports, doubts, amending, working, reconciling, patrol, deadMen));
        var losses = new LossWatch(turn, new DailyLoss(turn, exposures), trading);
        var askers = new Dues.Askers(doubts, working, trading, reconciling, patrol, losses, deadMen);
        this.dues = new Dues(turn, regimes, askers);
        this.uses = new Uses(turn, exposures);
        begin(working, patrol, trading);
    }

    private void begin(Working working, Patrol patrol, TradingControl trading) {
        var tag = state.instanceTag().isEmpty() ? setup.instanceTag() : state.instanceTag();
        turn.record(new DeskEvent.Started(tag, setup.version(), turn.now()));
        doubts.afterRestart();
        working.afterRestart();
        trading.afterRestart();
        turn.after(LossWatch.EVERY, new Due.LossDue());
        patrol.begin();
        deadMen.begin();
        turn.after(Regimes.EVERY, new Due.SampleDue());
        durability.commit();
    }

    /** Takes in what has come, does what is due, and gives what may now be let out, in order. */
    public List<Effect> turn(List<Input> inputs) {
        return turn(inputs, effect -> {});
    }

    /** The same; {@code ahead} is told before the commit what will be let out, unless the commit fails. */
    public List<Effect> turn(List<Input> inputs, Consumer<Effect> ahead) {
        hear(inputs);
        turn.timers().due(clock.nanos()).forEach(dues::fire);
        waiters.check();
        var effects = new ArrayList<>(durability.commit(ahead));
        if (!durability.fault().isEmpty()) {
            waiters.check();
            effects.addAll(durability.replies());
        }
        if (!looking.isEmpty()) {
            durability.flush();
            var view = view();
            looking.forEach(future -> future.complete(view));
            looking.clear();
        }
        return effects;
    }

    /** News before commands, losses foretold before news: no order goes to a venue whose loss waited behind it. */
    private void hear(List<Input> inputs) {
        inputs.forEach(news::foretell);
        inputs.stream().filter(Input.News.class::isInstance).forEach(this::take);
        inputs.stream().filter(input -> !(input instanceof Input.News)).forEach(this::take);
    }

    private void take(Input input) {
        if (input instanceof Input.News heard) {
            news.take(heard.event());
        } else if (input instanceof Input.Asked asked) {
            commands.take(asked);
        } else if (input instanceof Input.Looked looked) {
            looking.add(looked.view());
        } else if (!(input instanceof Input.Nudged)) {
            throw new AssertionError(input);
        }
    }

    /** Everything that a turn gave to be let out has been. */
    public void released() {
        durability.released();
    }

    /** Nothing waits: time for what can wait. */
    public void idle() {
        durability.idle();
    }

    /** When the core wants its next turn, on the monotonic clock, if nothing comes before. */
    public OptionalLong wakeNanos() {
        var timer = turn.timers().next();
        var waiter = waiters.next();
        return timer.isEmpty() || waiter.isPresent() && waiter.getAsLong() < timer.getAsLong() ? waiter : timer;
    }

    /** Makes everything durable that could still wait for more to come. */
    public void flush() {
        durability.flush();
    }

    /** Leaves the venues as they should be left when the desk ends in order; gives what that takes. */
    public List<Effect> leave() {
        deadMen.end();
        return durability.commit(effect -> {});
    }

    /** Answers everybody who still waits, because the desk ends. */
    public void abandon(Answer answer) {
        waiters.abandon(answer);
        regimes.keep();
        looking.forEach(future -> future.complete(view()));
        looking.clear();
    }

    /** By venue, for how long it will not hear of us, as the journal remembers it. */
    public Map<VenueId, Duration> bans() {
        var bans = new TreeMap<VenueId, Duration>();
        state.accounts().bans().forEach((venue, ban) -> ban.left(clock.now()).ifPresent(left -> bans.put(venue, left)));
        return bans;
    }

    /** The last event there is a fold of. */
    public long seq() {
        return state.seq();
    }

    /** The market of a symbol now; may be asked from any thread. */
    public Mark mark(Symbol symbol) {
        return books.mark(symbol, Regime.CALM);
    }

    /** The books of all venues; may be read from any thread. */
    public Books books() {
        return books;
    }

    /** How the market of a symbol behaves; may be asked from any thread. */
    public MarketView market(Symbol symbol) {
        return regimes.view(symbol);
    }

    /** What markets usually are like, as an earlier desk learned it; before anything else. */
    public void remember(Map<Symbol, String> usuals) {
        regimes.remember(usuals);
    }

    /** What markets usually are like, as it was some minutes ago; may be asked from any thread. */
    public Map<Symbol, String> usuals() {
        return regimes.usuals();
    }

    /** The public prints; may be read from any thread. */
    public Tape tape() {
        return tape;
    }

    public View view() {
        var orders = state.orders();
        var external = new TreeMap<VenueId, List<VenueOrder>>();
        var shown = new TreeMap<VenueId, VenueView>();
        venues.forEach((id, venue) -> {
            external.put(id, venue.external());
            shown.put(id, venue.view());
        });
        return new View(
                state.seq(),
                clock.stamp(),
                new OrdersView(
                        orders.parents(),
                        orders.working(),
                        orders.fills(),
                        List.copyOf(orders.positions()),
                        external,
                        doubts.view(),
                        state.accounts().view(orders.provisional())),
                shown,
                risk(),
                state.alerts(),
                durability.fault());
    }

    private RiskView risk() {
        var trading = state.trading();
        var limits = state.limits();
        return new RiskView(
                limits.global(), trading.states(), trading.reasons(), uses.now(), limits.own(), limits.set());
    }
}
