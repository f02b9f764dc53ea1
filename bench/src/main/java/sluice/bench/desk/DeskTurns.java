package sluice.bench.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.bench.Figures;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.Setup;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.Journal;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.hmac.Credentials;
import sluice.venue.Venue;
import sluice.venue.VenueEvent;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;

/**
 * What the desk and the adapter think about one order, on one thread, with neither disk nor socket: from the command to
 * its acknowledgement applied.
 */
public final class DeskTurns {

    private static final int ORDERS = Integer.getInteger("orders", 20_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int RESTING = Integer.getInteger("resting", 20);

    private final List<VenueEvent> heard = new ArrayList<>();
    private final CannedVenue canned = new CannedVenue(new Echo());
    private final Venue venue;
    private final DeskCore core;
    private final List<String> resting = new ArrayList<>();

    private DeskTurns() {
        var config = DeskRig.config(
                BinanceConfig.Hosts.of("http://127.0.0.1:1", "ws://127.0.0.1:1"),
                new Credentials("key", "0123456789abcdef"));
        var timer = SessionDriver.Timer.on(Executors.newScheduledThreadPool(1));
        venue = BinanceVenue.of(config, new Ends(canned, DeskRig.WALL, timer), new SplittableRandom(1));
        core = new DeskCore(new Setup(
                new Forgetful(),
                DeskRig.WALL,
                List.of(venue.manifest()),
                DeskRig.limits(),
                Consolidation.DEFAULT,
                "bench",
                "0.1.0"));
    }

    public static void main(String[] args) {
        new DeskTurns().run();
        System.exit(0);
    }

    private void run() {
        venue.open(event -> {
            synchronized (heard) {
                heard.add(event);
            }
        });
        Answer first;
        do {
            hear();
            first = ask(DeskRig.place(Command.Until.DURABLE)).join();
        } while (!(first instanceof Answer.Placed));
        canned.end(DeskRig.clientId(first));
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < ORDERS; i++) {
                order();
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - cpu) / 1e3 / ORDERS);
            bytes = (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated) / ORDERS;
            System.err.println(best + " us " + bytes + " bytes");
        }
        Figures.print("desk.turns", "cpu_us", best);
        Figures.print("desk.turns", "bytes", bytes);
    }

    private void order() {
        var answer = ask(DeskRig.place(Command.Until.ACKNOWLEDGED));
        resting.add(DeskRig.clientId(answer.join()));
        if (resting.size() > RESTING) {
            canned.end(resting.remove(0));
            hear();
        }
    }

    private CompletableFuture<Answer> ask(Command command) {
        var answer = new CompletableFuture<Answer>();
        var asked = new Input.Asked(command, DeskRig.WALL.stamp(), core.mark(DeskRig.SYMBOL), answer);
        turn(List.of(asked));
        while (!answer.isDone()) {
            hear();
        }
        return answer;
    }

    private void hear() {
        List<Input> inputs = new ArrayList<>();
        synchronized (heard) {
            heard.forEach(event -> inputs.add(new Input.News(event)));
            heard.clear();
        }
        turn(inputs);
    }

    private void turn(List<Input> inputs) {
        for (var effect : core.turn(inputs)) {
            if (effect instanceof Effect.Send send) {
                venue.send(send.command());
            } else if (effect instanceof Effect.Reply reply) {
                reply.future().complete(reply.answer());
            }
        }
    }

    /** Acknowledges each order on the spot. */
    private static final class Echo implements Transport {

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            var body = CannedOrder.reply(CannedOrder.field(call.body(), "newClientOrderId"));
            outcome.accept(new HttpOutcome.Reply(200, java.util.Map.of(), body, Duration.ZERO));
        }

        @Override
        public Link open(String url, LinkListener listener) {
            throw new AssertionError(url);
        }

        @Override
        public void close() {}
    }

    /** Keeps nothing. */
    private static final class Forgetful implements Journal {

        private long seq;

        @Override
        public Head head() {
            return new Head(seq, "");
        }

        @Override
        public void append(List<Entry> batch) {
            seq += batch.size();
        }

        @Override
        public <T> void replay(long from, Function<Entry, T> decoder, Consumer<T> reader) {}

        @Override
        public List<Entry> about(long parent) {
            return List.of();
        }

        @Override
        public Optional<Checkpoint> checkpoint() {
            return Optional.empty();
        }

        @Override
        public void save(Checkpoint checkpoint) {}

        @Override
        public void idle() {}

        @Override
        public void close() {}
    }
}
