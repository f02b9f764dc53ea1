package sluice.bench.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import sluice.bench.Figures;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Breaker;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Throttle;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.Intent;
import sluice.risk.Listing;
import sluice.risk.Risk;
import sluice.risk.Verdict;
import sluice.risk.exposure.Conditions;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Working;
import sluice.risk.limits.Limits;
import sluice.venue.binance.trade.wire.OrderRequests;
import sluice.venue.binance.trade.wire.SignedCalls;

/**
 * One order encoded and signed, one judged by every check, and one request let through a throttle of the limits that
 * Binance has and a breaker, its reply told to both, by JMH.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OrderJmh {

    private static final VenueId VENUE = new VenueId("binance");
    private static final Breaker.Seen ANSWERED =
            new Breaker.Seen(Lane.NEW, Optional.empty(), false, Duration.ofMillis(20));
    private static final Terms TERMS = new Terms(
            Symbol.of("BTC-USDT"), Side.BUY, Qty.of("0.5"), Optional.of(Px.of("59990.01")), Tif.GTC, false, false);
    private static final Instrument INSTRUMENT = new Instrument(
            VENUE,
            TERMS.symbol(),
            "BTCUSDT",
            Instrument.Grid.of("0.01", "0.00001"),
            Instrument.Bounds.of("0.00001", "9000", "5", "9000000"),
            BigDecimal.ONE,
            Instrument.Status.TRADING);

    private static final Cost ORDER = new Cost(1, 1);
    private static final Duration OFFSET = Duration.ofMillis(3);
    private static final Duration TOOK = Duration.ofMillis(1);

    private final OrderRequests requests = new OrderRequests(new SignedCalls(
            "https://api.binance.com",
            new Credentials("0123456789abcdef", "fedcba9876543210"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5)));
    private final Limits limits = Limits.simulated();
    private final Intent intent = new Intent(
            new Listing(
                    INSTRUMENT,
                    Set.of(Tif.Kind.values()),
                    true,
                    false,
                    OptionalInt.of(200),
                    Outlay.full(new BigDecimal("0.001"))),
            TERMS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private final Exposure exposure = new Exposure(
            Conditions.CALM,
            new Exposure.Market(
                    Optional.of(Px.of("60000.005")),
                    Optional.of(Px.of("60001")),
                    Duration.ZERO,
                    Optional.of(Duration.ofMillis(40)),
                    Optional.of(BigDecimal.ONE),
                    Regime.CALM),
            Positions.FLAT,
            new Working(20, 20),
            new Funds(Optional.of(new BigDecimal("1000000")), BigDecimal.TEN),
            Pace.fresh(0),
            1_000_000_000L);
    private final Throttle throttle = new Throttle(
            List.of(
                    new Limit("share", Limit.Counts.WEIGHT, 4_800, Duration.ofMinutes(1), true),
                    new Limit("weight", Limit.Counts.WEIGHT, 6_000, Duration.ofMinutes(1), true),
                    new Limit("orders", Limit.Counts.ORDERS, 100, Duration.ofSeconds(10), true),
                    new Limit("daily", Limit.Counts.ORDERS, 200_000, Duration.ofDays(1), true)),
            Throttle.Settings.STANDARD);
    private final Breaker breaker = new Breaker(Breaker.Settings.STANDARD);
    private long number;
    private long request;

    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .include(OrderJmh.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build();
        for (var result : new Runner(options).run()) {
            var name = Map.of(
                            "encodeAndSign",
                            "order.encode_sign",
                            "judge",
                            "risk.judge",
                            "letThrough",
                            "net.let_through")
                    .get(result.getPrimaryResult().getLabel());
            var samples = result.getPrimaryResult().getStatistics();
            for (var percentile : List.of(50, 99)) {
                Figures.print(name, "p" + percentile + "_us", samples.getPercentile(percentile) / 1e3);
            }
        }
    }

    @Benchmark
    public HttpCall encodeAndSign() {
        var id = ClOrdId.of("abc123", new ChildId(++number), 0);
        return requests.place(id, TERMS, 1_790_000_000_000L + number);
    }

    /** At two orders a second, so that windows end and no limit is met. */
    @Benchmark
    public long letThrough() {
        long millis = ++request * 500;
        var now = new Stamp(Instant.ofEpochMilli(1_790_000_000_000L + millis), millis * 1_000_000);
        var verdict = breaker.ask(Lane.NEW, now.nanos());
        if (verdict instanceof sluice.net.limit.Verdict.Go) {
            verdict = throttle.ask(Lane.NEW, ORDER, now, OFFSET);
        }
        if (!(verdict instanceof sluice.net.limit.Verdict.Go)) {
            throw new IllegalStateException("held back: " + verdict);
        }
        breaker.left(Lane.NEW, now.nanos());
        throttle.observe("weight", 1, TOOK, now, OFFSET);
        breaker.heard(ANSWERED, now.nanos());
        return request;
    }

    @Benchmark
    public Verdict judge() {
        var verdict = Risk.judge(intent, exposure, limits);
        if (!(verdict instanceof Verdict.Passed)) {
            throw new IllegalStateException("refused: " + verdict);
        }
        return verdict;
    }
}
