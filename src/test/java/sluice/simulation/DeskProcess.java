package sluice.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import sluice.app.venue.ApiKeys;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.Setup;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.engine.view.View;
import sluice.market.Clock;
import sluice.market.Mark;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** One life of the desk, from start to crash: core and adapters on one thread, driven by the queue of events. */
final class DeskProcess {

    static final String BUG = "noBugs";

    private static final long LONGEST_TURN_MICROS = 2_000;
    private static final long LOOK_AGAIN_NANOS = 200_000_000;

    private final Surroundings around;
    private final Clock clock;
    private final Life life;
    private final SimulatedNetwork network;
    private final DeskCore core;
    private final Map<VenueId, Venue> venues = new LinkedHashMap<>();
    private final Plan plan;
    private final List<Effect.Send> prepared = new ArrayList<>();
    private final Map<LiveBook, Looked> looks = new IdentityHashMap<>();
    private final List<Input> inbox = new ArrayList<>();
    private final List<VenueEvent> told = new ArrayList<>();
    private final List<CompletableFuture<Answer>> owed = new ArrayList<>();
    private boolean alive = true;
    private boolean turning;
    private long alarm = Long.MAX_VALUE;

    /** When a book was looked at, and which. */
    private record Looked(long version, long nanos, Optional<Ladder> ladder) {}

    /** What a life begins with. */
    record Life(FragileJournal fragile, Chronicle chronicle, Watchers watchers, String tag, SplittableRandom random) {}

    DeskProcess(Surroundings around, Clock clock, Plan plan, SimulatedNetwork network, Life life) {
        this.around = around;
        this.clock = clock;
        this.plan = plan;
        this.network = network;
        this.life = life;
        SessionDriver.Timer timer = (nanos, task) -> around.time()
                .after(
                        nanos,
                        () -> network.sleep().run(() -> {
                            if (alive) {
                                task.run();
                            }
                        }));
        var ends = new Ends(plan.transport().apply(network), clock, timer);
        for (var there : around.world().venues()) {
            var key = there.key();
            var keys = ApiKeys.of(key.apiKey(), key.apiSecret());
            var random = life.random().split();
            var adapter = Address.adapter(
                    there.name(),
                    there.symbols(),
                    Optional.of(keys),
                    ends,
                    plan.cast().tempo().recovery(),
                    random);
            venues.put(adapter.manifest().venue(), adapter);
        }
        life.watchers().started();
        var journal = plan.journal().apply(life.chronicle().over(life.fragile()));
        this.core = new DeskCore(new Setup(
                journal,
                clock,
                venues.values().stream().map(Venue::manifest).toList(),
                plan.limits(),
                Consolidation.DEFAULT,
                life.tag(),
                "simulated"));
    }

    void start() {
        life.chronicle().compare(core.view().orders());
        if (around.dice().chance(0.5)) {
            life.chronicle().checkpoint(life.fragile());
        }
        core.bans().forEach((id, left) -> venues.get(id).keepAway(left));
        venues.values().forEach(venue -> venue.open(this::hear));
        plan();
    }

    private void hear(VenueEvent event) {
        if (event instanceof VenueEvent.FeedChanged changed
                && changed.state() == FeedState.CLOSED
                && changed.reason() == FeedReason.BUG) {
            around.findings().broken(BUG, changed.venue() + " " + changed.feed() + " " + changed.text());
        }
        told.add(event);
        plan.news().apply(new Input.News(event)).forEach(this::put);
    }

    private void put(Input input) {
        inbox.add(input);
        if (!turning) {
            turning = true;
            around.time()
                    .after(
                            around.dice().below((int) LONGEST_TURN_MICROS) * 1_000L,
                            () -> network.sleep().run(this::turn));
        }
    }

    CompletableFuture<Answer> ask(Command command) {
        var answer = new CompletableFuture<Answer>();
        var mark =
                command instanceof Command.Place place ? core.mark(place.terms().symbol()) : Mark.NONE;
        owed.removeIf(CompletableFuture::isDone);
        owed.add(answer);
        put(new Input.Asked(command, clock.stamp(), mark, answer));
        return answer;
    }

    /** The commands not answered yet. */
    long owed() {
        return owed.stream().filter(answer -> !answer.isDone()).count();
    }

    private void turn() {
        around.findings().count("turns");
        turning = false;
        if (!alive) {
            return;
        }
        var batch = List.copyOf(inbox);
        inbox.clear();
        batch.forEach(input -> around.findings().tell(() -> "> " + brief(input)));
        told.forEach(life.watchers()::heard);
        told.clear();
        try {
            core.turn(batch, this::prepare).forEach(this::release);
            prepared.forEach(send -> venue(send).forget(send.command()));
            prepared.clear();
        } catch (Crash crash) {
            die();
            return;
        } catch (RuntimeException bug) {
            around.findings().broken(BUG, "the desk threw " + bug + " at " + List.of(bug.getStackTrace()));
            return;
        }
        if (alive) {
            plan();
            core.books().all().forEach(this::look);
        }
    }

    /** A book that did not change is looked at again only when it has grown old by as much as matters. */
    private void look(LiveBook book) {
        var looked = looks.get(book);
        var now = clock.nanos();
        if (looked != null && looked.version() == book.version() && now - looked.nanos() < LOOK_AGAIN_NANOS) {
            return;
        }
        var isSame = looked != null && looked.version() == book.version();
        var ladder = isSame ? looked.ladder() : book.read(FeedTruth.DEPTH);
        looks.put(book, new Looked(book.version(), now, ladder));
        var oldest = plan.limits().collar().maxBookAgeMs() * 1_000_000;
        if (ladder.isPresent()
                && book.read(1).filter(top -> now - top.provenNanos() <= oldest).isPresent()) {
            life.watchers().looked(book, ladder.get());
        }
    }

    private static String brief(Input input) {
        return input instanceof Input.Asked asked ? asked.command().toString() : input.toString();
    }

    /** As the desk's own loop does, while the commit is under way. */
    private void prepare(Effect effect) {
        if (effect instanceof Effect.Send send && send.command() instanceof VenueCommand.NewOrder) {
            prepared.add(send);
            venue(send).prepare(send.command());
        }
    }

    private Venue venue(Effect.Send send) {
        return Optional.ofNullable(venues.get(send.venue())).orElseThrow();
    }

    /** Effects leave one by one, and between any two of them the process may die. */
    private void release(Effect effect) {
        if (!alive) {
            return;
        }
        around.findings().tell(() -> "< " + effect);
        if (effect instanceof Effect.Send send) {
            if (around.happens("crash between effects", around.weather().crash())) {
                die();
                return;
            }
            prepared.remove(send);
            life.watchers().sends(send.venue(), send.command());
            venue(send).send(send.command());
        } else if (effect instanceof Effect.Reply reply) {
            reply.future().complete(reply.answer());
        }
    }

    private void plan() {
        core.wakeNanos().ifPresent(wake -> {
            var when = around.time().nanos() + Math.max(0, wake - clock.nanos());
            if (when < alarm) {
                alarm = when;
                around.time().at(when, () -> {
                    if (alarm == when) {
                        alarm = Long.MAX_VALUE;
                        network.sleep().run(this::turn);
                    }
                });
            }
        });
    }

    /** Makes durable what may wait for more. */
    void flush() {
        core.flush();
    }

    View view() {
        return core.view();
    }

    boolean isAlive() {
        return alive;
    }

    void cutLink() {
        network.cut();
    }

    /** The process is suspended for so long, and the world goes on. */
    void suspend(long nanos) {
        network.sleep().begin();
        around.time().after(nanos, network.sleep()::end);
    }

    /** Dies in the middle of the next write. */
    void doom() {
        life.fragile().doom();
    }

    void die() {
        if (alive) {
            alive = false;
            network.die();
        }
    }

    /** Shown beside what the journal says, whenever nothing waits to be made durable. */
    void compare() {
        if (alive && core.seq() == life.chronicle().seq()) {
            life.chronicle().compareChanged(view().orders());
        }
    }

    Map<VenueId, String> unready() {
        var unready = new TreeMap<VenueId, String>(Comparator.comparing(VenueId::name));
        view().venues().forEach((venue, view) -> {
            if (!view.unready().isEmpty()) {
                unready.put(venue, view.unready());
            }
        });
        return unready;
    }
}
