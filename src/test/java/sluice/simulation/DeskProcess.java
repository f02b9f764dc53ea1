package sluice.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.Setup;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.engine.view.View;
import sluice.market.Clock;
import sluice.market.Mark;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.net.feed.Pace;
import sluice.risk.limits.Limits;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;
import sluice.venue.binance.trade.wire.Credentials;

/** One life of the desk, from start to crash: core and adapter on one thread, driven by the queue of events. */
final class DeskProcess {

    static final VenueId VENUE = new VenueId("binance");
    static final Symbol BTC = Symbol.of("BTC-USDT");
    static final String BUG = "noBugs";

    private static final Pace PACE = Pace.USUAL.withSnapshotLimit(100);
    private static final long LONGEST_TURN_MICROS = 2_000;

    private final Surroundings around;
    private final Clock clock;
    private final Life life;
    private final SimulatedNetwork network;
    private final DeskCore core;
    private final BinanceVenue venue;
    private final Plan plan;
    private final List<VenueCommand> prepared = new ArrayList<>();
    private final List<Input> inbox = new ArrayList<>();
    private final List<CompletableFuture<Answer>> owed = new ArrayList<>();
    private boolean alive = true;
    private boolean turning;
    private long alarm = Long.MAX_VALUE;

    /** What a life begins with. */
    record Life(FragileJournal fragile, Chronicle chronicle, String tag, Credentials keys, SplittableRandom random) {}

    DeskProcess(Surroundings around, Clock clock, Plan plan, SimulatedNetwork network, Life life) {
        this.around = around;
        this.clock = clock;
        this.plan = plan;
        this.network = network;
        this.life = life;
        SessionDriver.Timer timer = (nanos, task) -> around.time().after(nanos, () -> {
            if (alive) {
                task.run();
            }
        });
        var hosts = BinanceConfig.Hosts.of(SimulatedNetwork.HOST, SimulatedNetwork.SOCKETS);
        var usual = BinanceConfig.of(VENUE, hosts, List.of(BTC)).with(life.keys());
        var config = new BinanceConfig(
                VENUE, hosts, usual.credentials(), usual.symbols(), usual.limits(), PACE, usual.recovery());
        var ends = new Ends(plan.transport().apply(network), clock, timer);
        this.venue = new BinanceVenue(config, ends, life.random());
        var journal = plan.journal().apply(life.chronicle().over(life.fragile()));
        this.core = new DeskCore(new Setup(
                journal,
                clock,
                List.of(venue.manifest()),
                Limits.simulated(),
                Consolidation.DEFAULT,
                life.tag(),
                "simulated"));
    }

    void start() {
        life.chronicle().compare(core.view().orders());
        if (around.dice().chance(0.5)) {
            life.chronicle().checkpoint(life.fragile());
        }
        venue.open(this::hear);
        plan();
    }

    private void hear(VenueEvent event) {
        if (event instanceof VenueEvent.FeedChanged changed
                && changed.state() == FeedState.CLOSED
                && changed.reason() == FeedReason.BUG) {
            around.findings().broken(BUG, changed.feed().equals(Feed.PRIVATE) + changed.text());
        }
        plan.news().apply(new Input.News(event)).forEach(this::put);
    }

    private void put(Input input) {
        inbox.add(input);
        if (!turning) {
            turning = true;
            around.time().after(around.dice().below((int) LONGEST_TURN_MICROS) * 1_000L, this::turn);
        }
    }

    CompletableFuture<Answer> ask(Command command) {
        var answer = new CompletableFuture<Answer>();
        var mark = command instanceof Command.Place ? core.mark(BTC) : Mark.NONE;
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
        turning = false;
        if (!alive) {
            return;
        }
        var batch = List.copyOf(inbox);
        inbox.clear();
        batch.forEach(input -> around.findings().tell(() -> "> " + brief(input)));
        try {
            core.turn(batch, this::prepare).forEach(this::release);
            prepared.forEach(venue::forget);
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
        }
    }

    private static String brief(Input input) {
        return input instanceof Input.Asked asked ? asked.command().toString() : input.toString();
    }

    /** As the desk's own loop does, while the commit is under way. */
    private void prepare(Effect effect) {
        if (effect instanceof Effect.Send send && send.command() instanceof VenueCommand.NewOrder) {
            prepared.add(send.command());
            venue.prepare(send.command());
        }
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
            prepared.remove(send.command());
            venue.send(send.command());
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
                        turn();
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
            life.chronicle().compare(view().orders());
        }
    }

    Map<VenueId, String> unready() {
        var unready = view().venues().get(VENUE).unready();
        return unready.isEmpty() ? Map.of() : Map.of(VENUE, unready);
    }
}
