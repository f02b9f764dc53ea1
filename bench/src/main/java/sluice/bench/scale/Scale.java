package sluice.bench.scale;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import sluice.bench.Figures;
import sluice.bench.desk.Homes;
import sluice.bench.desk.Samples;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.market.book.DepthSink;

/**
 * 500 instruments at three venues on one desk: what a book takes, how long until all are whole, and how much slower an
 * order leaves while 60,000 messages a second come in than while few do; five pairs of runs, in turn.
 */
public final class Scale {

    private static final int INSTRUMENTS = Integer.getInteger("instruments", 500);
    private static final int RATE = Integer.getInteger("rate", 60_000);
    private static final int IDLE_RATE = Integer.getInteger("idle", 1_500);
    private static final int ORDERS = Integer.getInteger("orders", 300);
    private static final int RUNS = Integer.getInteger("runs", 5);
    private static final int WARM_UP = Integer.getInteger("warmup", 15_000);
    private static final int BOOKS = 2_000;
    private static final int TAPES = 8;
    private static final int TAPE_LENGTH = 40;
    private static final long ORDER_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Tape> tapes = IntStream.range(0, TAPES)
            .mapToObj(i -> new Tape(20260101 + i, TAPE_LENGTH))
            .toList();

    private int refused;

    /** What one run came to. */
    private record Run(double p50, double p99, double share, int waiting, Cpu cpu) {}

    /** Seconds a second: of the desk thread, of those that play and read, and of the whole process. */
    private record Cpu(double desk, double players, double all) {

        Cpu since(Cpu before, double seconds) {
            return new Cpu(
                    (desk - before.desk) / seconds, (players - before.players) / seconds, (all - before.all) / seconds);
        }
    }

    private Scale() {}

    public static void main(String[] args) throws Exception {
        new Scale().run();
        System.exit(0);
    }

    private void run() throws Exception {
        bytesOfABook();
        Figures.print("scale", "bytes_book", bytesOfABook());
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "scale");
        try (var rig = new ScaleRig(home.resolve("journal.db"), tapes, Words.bases(INSTRUMENTS))) {
            var players = rig.stages().stream().map(Player::new).toList();
            players.forEach(Player::start);
            long before = used();
            pace(players, IDLE_RATE);
            Figures.print("scale", "start_s", rig.start() / 1e9);
            Figures.print("scale", "desk_bytes", used() - before);
            rig.awaitWhole();
            pace(players, RATE);
            Thread.sleep(TimeUnit.SECONDS.toMillis(Integer.getInteger("warmup.seconds", 20)));
            rig.awaitWhole();
            warmUp(rig);
            var idle = new ArrayList<Run>();
            var loaded = new ArrayList<Run>();
            for (int i = 0; i < RUNS; i++) {
                idle.add(measure(rig, players, IDLE_RATE));
                loaded.add(measure(rig, players, RATE));
                System.err.println(idle.get(i) + "\n" + loaded.get(i));
            }
            print("scale.idle", idle);
            print("scale.loaded", loaded);
            var ratios = IntStream.range(0, RUNS)
                    .mapToDouble(i -> loaded.get(i).p50 / idle.get(i).p50)
                    .toArray();
            Figures.print("scale", "times_idle_p50", median(ratios));
            Figures.print("scale", "refused", refused);
            Figures.print("scale", "broken_feeds", rig.broken());
        } finally {
            Homes.remove(home);
        }
    }

    /** Orders one after the other: a desk's first thousands are judged by code that is not compiled yet. */
    private static void warmUp(ScaleRig rig) {
        for (int i = 0; i < WARM_UP; i++) {
            rig.order();
        }
    }

    private static void print(String name, List<Run> runs) {
        Figures.print(name, "p50_us", median(runs.stream().mapToDouble(Run::p50).toArray()));
        Figures.print(name, "p99_us", median(runs.stream().mapToDouble(Run::p99).toArray()));
        Figures.print(
                name,
                "share_of_rate",
                median(runs.stream().mapToDouble(Run::share).toArray()));
        Figures.print(
                name, "most_waiting", runs.stream().mapToInt(Run::waiting).max().orElse(0));
        Figures.print(
                name,
                "desk_cpu_share",
                median(runs.stream().mapToDouble(run -> run.cpu.desk).toArray()));
        Figures.print(
                name,
                "players_cpu_share",
                median(runs.stream().mapToDouble(run -> run.cpu.players).toArray()));
        Figures.print(
                name,
                "all_cpu_share",
                median(runs.stream().mapToDouble(run -> run.cpu.all).toArray()));
    }

    private static void pace(List<Player> players, int rate) {
        players.forEach(player -> player.pace(rate / players.size()));
    }

    private Run measure(ScaleRig rig, List<Player> players, int rate) throws InterruptedException {
        pace(players, rate);
        Thread.sleep(500);
        var took = new Samples();
        long begin = System.nanoTime();
        long played = players.stream().mapToLong(Player::played).sum();
        var cpu = cpu();
        int waiting = 0;
        for (int i = 0; i < ORDERS; i++) {
            long due = begin + i * ORDER_EVERY_NANOS;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            rig.order().ifPresentOrElse(took::add, () -> refused++);
            waiting = Math.max(waiting, rig.waiting());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (took.isEmpty()) {
            throw new IllegalStateException("no order was placed: why is said above");
        }
        double share = (players.stream().mapToLong(Player::played).sum() - played) / seconds / rate;
        return new Run(took.at(50), took.at(99), share, waiting, cpu().since(cpu, seconds));
    }

    private Cpu cpu() {
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cpu(cpu("desk"), cpu("player"), process.getProcessCpuTime() / 1e9);
    }

    private double cpu(String name) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(info -> info != null && info.getThreadName().equals(name))
                        .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
                        .sum()
                / 1e9;
    }

    private double bytesOfABook() {
        var sink = new DepthSink();
        var books = new ArrayList<Book>();
        long before = used();
        for (int i = 0; i < BOOKS; i++) {
            var book = new Book(new VenueId("any"), Symbol.of("BTC-USDT"));
            Tape.fill(sink, tapes.get(i % TAPES).snapshot());
            book.replace(sink, 0);
            for (var message : tapes.get(i % TAPES).messages()) {
                Tape.fill(sink, message);
                book.apply(sink, 0);
            }
            books.add(book);
        }
        double bytes = (double) (used() - before) / BOOKS;
        Reference.reachabilityFence(books);
        return bytes;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A venue's thread that reads: plays so many messages a second. */
    private static final class Player extends Thread {

        private static final long TICK_NANOS = 1_000_000;

        private final Stage stage;
        private volatile int perSecond;
        private volatile long played;

        Player(Stage stage) {
            super("player");
            setDaemon(true);
            this.stage = stage;
        }

        void pace(int rate) {
            perSecond = rate;
        }

        long played() {
            return played;
        }

        @Override
        public void run() {
            long at = System.nanoTime();
            double owed = 0;
            while (true) {
                LockSupport.parkNanos(TICK_NANOS);
                long now = System.nanoTime();
                owed = Math.min(perSecond, owed + (now - at) / 1e9 * perSecond);
                at = now;
                int due = (int) owed;
                stage.play(due);
                owed -= due;
                played += due;
            }
        }
    }
}
