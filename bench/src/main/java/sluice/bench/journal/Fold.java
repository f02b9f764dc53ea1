package sluice.bench.journal;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sluice.bench.Figures;
import sluice.bench.desk.Homes;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;

/**
 * A million events of real orders read, decoded and folded into a state, beside a bare scan of the same rows; and what
 * a start over them costs beyond one over an empty journal, with a checkpoint.
 */
public final class Fold {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final VenueId VENUE = new VenueId("binance");
    private static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    private static final Origin ORIGIN = new Origin("bench", "pts/0", "buy 0.01 BTC-USDT", Optional.empty());

    private State state = new State();
    private final EventCodec codec = new EventCodec(id -> state.orders().order(id));
    private final List<Entry> batch = new ArrayList<>();
    private long seq;
    private int written;

    private Fold() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fold");
        try {
            new Fold().run(home);
        } finally {
            Homes.remove(home);
        }
    }

    private void run(Path home) throws Exception {
        var file = home.resolve("journal.db");
        try (var journal = SqliteJournal.open(file, "bench")) {
            for (long order = 1; seq < EVENTS; order++) {
                write(order);
                if (batch.size() >= 10_000) {
                    journal.append(batch);
                    batch.clear();
                }
            }
            journal.append(batch);
            batch.clear();
        }
        written = state.orders().fills().size();
        state = new State();
        replays(file);
        restarts(home, file);
    }

    /** The events of one order that fills at once. */
    private void write(long number) {
        var at = new Stamp(Instant.ofEpochSecond(1_790_000_000, number * 1_000_003 % 1_000_000_000), number * 1_000);
        var terms = new Terms(
                SYMBOL,
                number % 2 == 0 ? Side.BUY : Side.SELL,
                Qty.of("0." + (100 + number % 900)),
                Optional.of(Px.of("6000" + number % 10 + "." + number % 100)),
                Tif.IOC,
                false,
                false);
        var parent = new ParentId(number);
        var child = new ChildId(number);
        var mark = mark(number);
        var ids = new Order.Ids(child, parent, ClOrdId.of("abc123", child, 0), VENUE);
        var execution = new Execution(
                new ExecId(Long.toString(number)),
                terms.orderQty(),
                terms.px().orElseThrow(),
                Money.of("0.0123", "USDT"),
                Liquidity.TAKER,
                at.at());
        var marks = new ParentEvent.Marks(at, mark, mark);
        var leg = new DeskEvent.Leg(
                VENUE,
                Optional.of(SYMBOL),
                terms.orderQty(),
                terms.px().get(),
                terms.px().get(),
                BigDecimal.TEN,
                "best price");
        record(new DeskEvent.OfParent(new ParentEvent.Opened(parent, terms, Instructions.NONE, ORIGIN, marks, at)));
        record(new DeskEvent.Routed(parent, List.of(leg), List.of(), at));
        record(new DeskEvent.OfOrder(new OrderEvent.Created(ids, terms, mark, at)));
        record(new DeskEvent.OfOrder(new OrderEvent.Sent(child, "NEW", mark, at)));
        record(new DeskEvent.OfOrder(
                new OrderEvent.Accepted(child, new OrderId(Long.toString(9_000_000 + number)), mark, at)));
        record(new DeskEvent.OfOrder(new OrderEvent.Traded(child, execution, mark, at)));
    }

    /** The market moves between orders, and hardly during one. */
    private static Mark mark(long number) {
        var mid = Optional.of(Px.of("6" + (1_000 + number % 8_999) + ".05"));
        return new Mark(mid, mid, Optional.of(Px.of("0.1")), 80 + number, Regime.CALM);
    }

    private void record(DeskEvent event) {
        seq++;
        state.apply(seq, event);
        batch.add(codec.encode(seq, event));
    }

    private void replays(Path file) throws SQLException {
        var folded = new double[ROUNDS];
        var read = new double[ROUNDS];
        var scanned = new double[ROUNDS];
        try (var journal = SqliteJournal.open(file, "bench")) {
            for (int round = -1; round < ROUNDS; round++) {
                double scan = scan(file);
                double reading = read(journal);
                double folding = fold(journal);
                if (round >= 0) {
                    scanned[round] = scan;
                    read[round] = reading;
                    folded[round] = folding;
                }
            }
        }
        Figures.print("journal.replay", "ms", median(folded));
        Figures.print("journal.replay.undecoded", "ms", median(read));
        Figures.print("journal.replay.bare_scan", "ms", median(scanned));
        Figures.print("journal.replay", "ratio", median(folded) / median(scanned));
    }

    private record Decoded(long seq, Optional<DeskEvent> event) {}

    private double fold(SqliteJournal journal) {
        var fresh = new State();
        var decoder = new EventCodec(id -> fresh.orders().order(id));
        long start = System.nanoTime();
        journal.replay(
                0,
                entry -> new Decoded(entry.seq(), decoder.decodeForFold(entry)),
                decoded -> decoded.event.ifPresentOrElse(
                        event -> fresh.apply(decoded.seq, event), () -> fresh.pass(decoded.seq)));
        double took = since(start);
        check(fresh.orders().fills().size() == written);
        return took;
    }

    private static double read(SqliteJournal journal) {
        var sum = new long[1];
        long start = System.nanoTime();
        journal.replay(0, entry -> sum[0] += entry.payload().length);
        double took = since(start);
        check(sum[0] > 0);
        return took;
    }

    private double scan(Path file) throws SQLException {
        long rows = 0;
        long sum = 0;
        long start = System.nanoTime();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT seq, at, nanos, type, parent, child, fill_key, payload FROM events ORDER BY seq")) {
            while (result.next()) {
                sum += result.getLong(1) + result.getLong(2) + result.getLong(3) + result.getInt(4);
                sum += result.getLong(5) + result.getLong(6);
                var key = result.getString(7);
                sum += (key == null ? 0 : key.length()) + result.getBytes(8).length;
                rows++;
            }
        }
        double took = since(start);
        check(rows == seq && sum != 0);
        return took;
    }

    /** Each start is a process of its own, as it is in life. */
    private static void restarts(Path home, Path file) throws Exception {
        System.err.println("without a checkpoint: " + Restart.fresh(file) + " ms");
        var full = new double[ROUNDS];
        var empty = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            full[round] = Restart.fresh(file);
            empty[round] = Restart.fresh(home.resolve("empty-" + round + ".db"));
        }
        Figures.print("journal.restart", "ms", median(full));
        Figures.print("journal.restart.empty", "ms", median(empty));
        Figures.print("journal.restart", "beyond_empty_ms", median(full) - median(empty));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the replay is not what was written");
        }
    }
}
