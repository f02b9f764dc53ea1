package sluice.app.venue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import sluice.market.Symbol;
import sluice.net.feed.Pace;
import sluice.net.hmac.Credentials;
import sluice.venue.Venue;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;
import sluice.venue.binance.KeyCheck;
import sluice.venue.paper.PaperFees;
import sluice.venue.paper.PaperFees.Rates;

/** A venue that speaks Binance spot's protocol. */
record BinanceWiring(Map<String, String> shown, BinanceConfig.Hosts hosts, BinanceConfig.Limits limits, Pace pace)
        implements Wiring {

    private static final Pattern TIME = Pattern.compile("\"serverTime\"\\s*:\\s*([0-9]{1,18})");

    @Override
    public String kind() {
        return BinanceKind.NAME;
    }

    @Override
    public TimeCheck time() {
        return new TimeCheck(hosts.rest() + "/api/v3/time", TIME);
    }

    @Override
    public KeyQuestion rights(ApiKeys keys, SplittableRandom random) {
        var check = new KeyCheck(hosts, limits, new Credentials(keys.key(), keys.secret()));
        return new KeyQuestion(check::request, KeyCheck::read);
    }

    @Override
    public PaperFees fees() {
        return new PaperFees(Rates.of("0.001", "0.001"), Rates.of("0.0002", "0.0005"), false);
    }

    @Override
    public Venue venue(VenueConfig config, Optional<ApiKeys> keys, Surroundings around, SplittableRandom random) {
        var told = new BinanceConfig(
                config.venue(),
                hosts,
                keys.map(pair -> new Credentials(pair.key(), pair.secret())),
                spot(config.symbols()),
                limits,
                pace,
                around.recovery());
        return BinanceVenue.of(told, around.ends(), random);
    }

    /** A perpetual would go by the name of the spot symbol there. */
    private static List<Symbol> spot(List<Symbol> symbols) {
        return symbols.stream().filter(symbol -> !symbol.isPerpetual()).toList();
    }
}
