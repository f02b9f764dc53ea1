package sluice.bench.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sluice.bench.Figures;
import sluice.bench.desk.CannedOrder;
import sluice.bench.desk.CannedVenue;
import sluice.bench.desk.DeskRig;
import sluice.bench.desk.Homes;
import sluice.bench.journal.History;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.DeskLoop;
import sluice.engine.desk.Setup;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.net.hmac.Credentials;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Venue;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;

/**
 * From the start of the process until three venues are reconciled and take orders again, after a million events of
 * which five thousand orders still rest; each start a process of its own, with the launcher's options for a desk.
 *
 * <p>The three speak Binance's protocol in this process and keep no limits, so that none of their own time counts.
 */
public final class Restart {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int OPEN = Integer.getInteger("open", 5_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int EVENTS_AN_OPEN_ORDER = 5;
    private static final int EVENTS_A_FILLED_ORDER = 6;
    private static final List<String> BASES = Words.bases(25);
    private static final List<VenueId> VENUES =
            Stream.of("one", "two", "three").map(VenueId::new).toList();

    private Restart() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            start(Path.of(args[0]));
            System.exit(0);
        }
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "restart");
        try {
            var file = home.resolve("journal.db");
            write(file);
            System.err.println("without a checkpoint: " + Arrays.toString(fresh(file)));
            var runs = new ArrayList<double[]>();
            for (int round = 0; round < ROUNDS; round++) {
                runs.add(fresh(file));
                System.err.println(Arrays.toString(runs.get(round)));
            }
            Figures.print("restart", "state_ms", median(runs, 0));
            Figures.print("restart", "ready_ms", median(runs, 1));
            Figures.print("restart", "cpu_ms", median(runs, 2));
        } finally {
            Homes.remove(home);
        }
    }

    private static double median(List<double[]> runs, int figure) {
        return runs.stream().mapToDouble(run -> run[figure]).sorted().toArray()[runs.size() / 2];
    }

    private static void write(Path file) {
        int filled = (EVENTS - OPEN * EVENTS_AN_OPEN_ORDER) / EVENTS_A_FILLED_ORDER;
        var begin = Instant.now().minus(History.lasting(filled + OPEN));
        try (var journal = SqliteJournal.open(file, StateBytes.FOLD)) {
            var history = new History(journal, begin);
            for (int i = 0; i < filled; i++) {
                history.filled();
            }
            for (int i = 0; i < OPEN; i++) {
                history.resting(venue(i), terms(i));
            }
            history.append();
            System.err.println(history.events() + " events");
        }
    }

    private static VenueId venue(int open) {
        return VENUES.get(open % VENUES.size());
    }

    private static String base(int open) {
        return BASES.get(open / VENUES.size() % BASES.size());
    }

    private static Terms terms(int open) {
        return new Terms(
                Symbol.spot(base(open), "USDT"),
                Side.BUY,
                Qty.of(CannedOrder.QTY),
                Optional.of(Px.of(CannedOrder.PX)),
                Tif.GTC,
                false,
                false);
    }

    /** Milliseconds until the state is back and until all is ready, and those of processor time. */
    private static double[] fresh(Path file) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseG1GC",
                        "-XX:MaxGCPauseMillis=20",
                        "-Devents=" + EVENTS,
                        "-Dopen=" + OPEN,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Restart.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return Arrays.stream(said.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void start(Path file) throws Exception {
        var tapes = List.of(new Tape(20260101, 40));
        var timer = Executors.newScheduledThreadPool(1);
        List<Stage> stages = new ArrayList<>();
        List<Venue> venues = new ArrayList<>();
        for (var id : VENUES) {
            var stage = new Stage(new Words.Binance(), tapes, BASES, new RestingOrders(canned(), resting(id)));
            stages.add(stage);
            venues.add(BinanceVenue.of(
                    config(id), new Ends(stage, DeskRig.WALL, SessionDriver.Timer.on(timer)), new SplittableRandom(1)));
        }
        stages.forEach(stage -> timer.scheduleAtFixedRate(() -> stage.play(5), 10, 10, TimeUnit.MILLISECONDS));
        try (var journal = SqliteJournal.open(file, StateBytes.FOLD)) {
            var core = new DeskCore(new Setup(
                    journal,
                    DeskRig.WALL,
                    venues.stream().map(Venue::manifest).toList(),
                    DeskRig.limits(),
                    Consolidation.DEFAULT,
                    History.TAG,
                    "0.1.0"));
            var state = sinceStart();
            try (var desk = new DeskLoop(core, DeskRig.WALL, venues)) {
                desk.start();
                var answer = desk.ask(new Command.AwaitReady(List.of(), Duration.ofSeconds(60)))
                        .join();
                var ready = sinceStart();
                check(desk, answer);
                System.out.println(state + " " + ready + " " + cpuMillis());
                desk.look().join();
            }
            core.idle();
        }
        timer.shutdownNow();
    }

    /** Every order is still there, and none is in doubt. */
    private static void check(DeskLoop desk, Answer answer) {
        var orders = desk.look().join().orders();
        if (!answer.equals(new Answer.Ready(java.util.Map.of()))
                || orders.working().size() != OPEN
                || desk.look().join().orders().external().values().stream().anyMatch(any -> !any.isEmpty())) {
            throw new IllegalStateException(answer + ", " + orders.working().size() + " orders work");
        }
    }

    private static CannedVenue canned() {
        return new CannedVenue(new Unreached());
    }

    private static List<RestingOrders.Resting> resting(VenueId venue) {
        int filled = (EVENTS - OPEN * EVENTS_AN_OPEN_ORDER) / EVENTS_A_FILLED_ORDER;
        return IntStream.range(0, OPEN)
                .filter(open -> venue(open).equals(venue))
                .mapToObj(open -> new RestingOrders.Resting(History.id(filled + open + 1), base(open)))
                .toList();
    }

    private static BinanceConfig config(VenueId id) {
        var symbols = BASES.stream().map(base -> Symbol.spot(base, "USDT")).toList();
        var plain = BinanceConfig.of(id, BinanceConfig.Hosts.of("http://127.0.0.1:1", "ws://127.0.0.1:1"), symbols)
                .with(new Credentials("key", "0123456789abcdef"));
        var usual = plain.limits();
        var wide =
                new BinanceConfig.Limits(usual.recvWindow(), usual.deadlines(), 100_000_000, 100_000_000, 100_000_000);
        return new BinanceConfig(id, plain.hosts(), plain.credentials(), symbols, wide, plain.pace(), plain.recovery());
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static long cpuMillis() {
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return process.getProcessCpuTime() / 1_000_000;
    }

    /** No order leaves. */
    private static final class Unreached implements sluice.net.Transport {

        @Override
        public void call(sluice.net.HttpCall call, java.util.function.Consumer<sluice.net.HttpOutcome> outcome) {
            throw new AssertionError(call.url());
        }

        @Override
        public sluice.net.Link open(String url, sluice.net.LinkListener listener) {
            throw new AssertionError(url);
        }

        @Override
        public void close() {}
    }
}
