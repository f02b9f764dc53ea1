package sluice.engine.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Desk;
import sluice.engine.health.HealthLoop;
import sluice.engine.health.Surroundings;
import sluice.engine.health.Vitals;
import sluice.engine.quality.Measuring;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.engine.view.GroupView;
import sluice.engine.view.MarketView;
import sluice.engine.view.View;
import sluice.market.Clock;
import sluice.market.Mark;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;

/**
 * The desk on a thread of its own: drains the inbox, turns the core, lets effects out.
 *
 * <p>Safe for any thread. What is chained to an answer's future runs on the desk thread, so callers join instead.
 * However the loop ends, every future it owes is completed.
 */
public final class DeskLoop implements Desk {

    private static final Logger LOG = LoggerFactory.getLogger(DeskLoop.class);

    private final Inbox inbox = new Inbox();

    /** Taken from the inbox and not answered yet, whatever became of the turn that took it; the desk thread's own. */
    private final List<Input> owed = new ArrayList<>();

    /** Announced to a venue, and neither sent nor forgotten yet; the desk thread's own. */
    private final List<Effect.Send> prepared = new ArrayList<>();

    private final DeskCore core;
    private final Clock clock;
    private final Map<VenueId, Venue> venues;
    private final Thread thread;
    private final Measuring measuring;
    private final HealthLoop health;
    private final Shown shown;
    private volatile boolean closing;
    private volatile boolean ended;

    /** Takes over the core; nothing else may drive it from then on. */
    public DeskLoop(DeskCore core, Clock clock, List<Venue> venues) {
        this(core, clock, venues, Surroundings.NONE);
    }

    /** The same, with what figures and health are read from. */
    public DeskLoop(DeskCore core, Clock clock, List<Venue> venues, Surroundings around) {
        this.core = core;
        this.clock = clock;
        this.venues = venues.stream()
                .collect(Collectors.toMap(venue -> venue.manifest().venue(), Function.identity()));
        this.shown = new Shown(core, clock);
        this.thread = new Thread(this::run, "desk");
        this.measuring = new Measuring(around.past(), clock);
        this.health = new HealthLoop(this, inbox::depth, clock, around);
    }

    /** Opens the venues and begins to work. */
    public void start() {
        health.start(shown.view());
        thread.start();
        core.bans().forEach((id, left) -> Optional.ofNullable(venues.get(id)).ifPresent(venue -> venue.keepAway(left)));
        venues.values().forEach(venue -> venue.open(inbox::put));
    }

    @Override
    public CompletableFuture<Answer> ask(Command command) {
        var future = new CompletableFuture<Answer>();
        var decision =
                command instanceof Command.Place place ? core.mark(place.terms().symbol()) : Mark.NONE;
        inbox.put(new Input.Asked(command, clock.stamp(), decision, future));
        if (ended) {
            future.complete(stopped());
        }
        return future;
    }

    @Override
    public CompletableFuture<View> look() {
        var future = new CompletableFuture<View>();
        inbox.put(new Input.Looked(future));
        if (ended) {
            future.complete(shown.view());
        }
        return future;
    }

    @Override
    public View view() {
        return shown.view();
    }

    /**
     * What markets usually are like, for a later desk: as of some minutes ago, and of the end once this one is closed.
     */
    public Map<Symbol, String> usuals() {
        return core.usuals();
    }

    /** How many inputs wait for the desk thread. */
    public int waiting() {
        return inbox.depth();
    }

    @Override
    public List<LiveBook> books() {
        return core.books().all();
    }

    @Override
    public ConsolidatedBook consolidated(Symbol symbol, int depth) {
        return core.books().consolidated(symbol, depth);
    }

    @Override
    public List<GroupView> groups() {
        return core.books().groups();
    }

    @Override
    public MarketView market(Symbol symbol) {
        return core.market(symbol);
    }

    @Override
    public List<Trade> tape(Symbol symbol) {
        return core.tape().of(symbol);
    }

    @Override
    public CompletableFuture<Quality> measure(Question question) {
        return measuring.answer(question);
    }

    @Override
    public Quality quality() {
        return measuring.latest();
    }

    @Override
    public Vitals vitals() {
        return health;
    }

    @Override
    public void close() {
        health.close();
        closing = true;
        inbox.put(new Input.Nudged());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        venues.values().forEach(Venue::close);
        measuring.close();
    }

    private void run() {
        try {
            while (!closing) {
                step();
            }
            var rest = inbox.drain();
            owed.addAll(rest);
            core.turn(rest).forEach(this::release);
            core.leave().forEach(this::release);
            core.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("the desk stopped on a bug; nothing more is sent until it is started again", e);
        } finally {
            end();
        }
    }

    private void step() throws InterruptedException {
        var batch = inbox.take(patience());
        if (!batch.isEmpty()) {
            shown.age();
        }
        owed.addAll(batch);
        core.turn(batch, this::prepare).forEach(this::release);
        core.released();
        forgetTheRest();
        owed.removeIf(DeskLoop::isAnswered);
        if (inbox.wasQuiet()) {
            core.idle();
        }
        shown.refresh();
    }

    /** Until the core's next timer, and no longer than screens may be behind. */
    private OptionalLong patience() {
        var wake = core.wakeNanos().stream();
        var now = clock.nanos();
        return LongStream.concat(wake, shown.due()).map(due -> due - now).min();
    }

    /** What a venue can make ready of an order while its intent is being made durable. */
    private void prepare(Effect effect) {
        if (effect instanceof Effect.Send send && send.command() instanceof VenueCommand.NewOrder) {
            prepared.add(send);
            venue(send.venue()).prepare(send.command());
        }
    }

    /** Orders whose intent could not be made durable. */
    private void forgetTheRest() {
        prepared.forEach(send -> venue(send.venue()).forget(send.command()));
        prepared.clear();
    }

    private void release(Effect effect) {
        if (effect instanceof Effect.Send send) {
            prepared.remove(send);
            venue(send.venue()).send(send.command());
        } else if (effect instanceof Effect.Reply reply) {
            reply.future().complete(reply.answer());
        } else {
            throw new AssertionError(effect);
        }
    }

    private Venue venue(VenueId id) {
        return Optional.ofNullable(venues.get(id)).orElseThrow(() -> new IllegalStateException("no venue " + id));
    }

    private void end() {
        ended = true;
        core.abandon(stopped());
        owed.forEach(this::decline);
        inbox.drain().forEach(this::decline);
    }

    private static boolean isAnswered(Input input) {
        if (input instanceof Input.Asked asked) {
            return asked.answer().isDone();
        }
        return !(input instanceof Input.Looked looked) || looked.view().isDone();
    }

    private void decline(Input input) {
        if (input instanceof Input.Asked asked) {
            asked.answer().complete(stopped());
        } else if (input instanceof Input.Looked looked) {
            looked.view().complete(shown.view());
        }
    }

    private static Answer stopped() {
        return new Answer.Refused(
                "DESK_STOPPED",
                "Not done: the desk has stopped. Start it again and reconcile before trading on.",
                Map.of(),
                Answer.Retry.PROBE);
    }
}
