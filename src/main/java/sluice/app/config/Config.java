package sluice.app.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sluice.app.venue.VenueConfig;
import sluice.app.watch.WatchConfig;
import sluice.engine.watch.Diligence;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.limit.Recovery;

/**
 * Everything the configuration file can say. Immutable.
 *
 * @param transport when venues are left alone, and for whom their limits are kept
 * @param own what the desk keeps and tells of itself
 */
public record Config(Own own, Shell shell, RiskConfig risk, Sim sim, Paper paper, Transport transport, Reach reach) {

    /** What is so without a file. */
    public static final Config USUAL = new Config(
            new Own(Optional.empty(), WatchConfig.USUAL),
            new Shell(Duration.ofSeconds(30), true, true, Optional.empty()),
            RiskConfig.USUAL,
            new Sim(OptionalLong.empty(), Sim.SYMBOLS),
            new Paper(Paper.BALANCES, Duration.ofMillis(40), Duration.ofMillis(20)),
            new Transport(Recovery.USUAL.asking(Duration.ofSeconds(1)), Diligence.USUAL),
            new Reach(List.of(), Map.of()));

    /** In place of the profile's own. */
    public Optional<Path> journal() {
        return own.journal();
    }

    /** What is looked after, and who is told. */
    public WatchConfig watch() {
        return own.watch();
    }

    public List<VenueConfig> venues() {
        return reach.venues();
    }

    /** By venue, what a symbol of its list is called here. */
    public Map<VenueId, Map<Symbol, Symbol>> names() {
        return reach.names();
    }

    /** The journal, in place of the profile's own, and what looks after the desk. */
    public record Own(Optional<Path> journal, WatchConfig watch) {}

    /** The venues, and by venue what a symbol of its list is called here. */
    public record Reach(List<VenueConfig> venues, Map<VenueId, Map<Symbol, Symbol>> names) {

        public Reach {
            venues = List.copyOf(venues);
            names = Map.copyOf(names);
        }
    }

    /**
     * @param readyTimeout how long commands wait for their venues
     * @param colour whether a terminal is written to in colours
     * @param pager whether a prompt shows long output page by page
     * @param confirmAbove the value of an order above which it is asked about
     */
    public record Shell(Duration readyTimeout, boolean colour, boolean pager, Optional<BigDecimal> confirmAbove) {}

    /** The simulated profile: the seed of its market, and what of it the desk watches, each where it is listed. */
    public record Sim(OptionalLong seed, List<Symbol> symbols) {

        static final List<Symbol> SYMBOLS = Stream.of(
                        "BTC-USDT",
                        "ETH-USDT",
                        "SOL-USDT",
                        "ETH-BTC",
                        "BTC-USD",
                        "ETH-USD",
                        "SOL-USD",
                        "USDT-USD",
                        "BTC-USDT-PERP",
                        "ETH-USDT-PERP")
                .map(Symbol::of)
                .toList();

        public Sim {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * The profile on paper.
     *
     * @param balances of each venue's account when it is opened
     * @param latency from an order to the venue's answer
     * @param jitter what may come on top of that
     */
    public record Paper(Map<String, BigDecimal> balances, Duration latency, Duration jitter) {

        static final Map<String, BigDecimal> BALANCES = Map.of(
                "USD", new BigDecimal("100000"),
                "USDT", new BigDecimal("100000"),
                "BTC", new BigDecimal("1"),
                "ETH", new BigDecimal("20"));

        public Paper {
            balances = Map.copyOf(balances);
        }
    }

    /** How venues are reached and left alone, and how hard to ask after orders. */
    public record Transport(Recovery links, Diligence diligence) {}
}
