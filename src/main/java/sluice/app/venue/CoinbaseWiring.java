package sluice.app.venue;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import sluice.net.feed.Pace;
import sluice.venue.Venue;
import sluice.venue.coinbase.CoinbaseConfig;
import sluice.venue.coinbase.CoinbaseVenue;
import sluice.venue.coinbase.KeyCheck;
import sluice.venue.coinbase.trade.wire.Credentials;
import sluice.venue.paper.PaperFees;
import sluice.venue.paper.PaperFees.Rates;

/** A venue that speaks Coinbase Advanced Trade's protocol. */
record CoinbaseWiring(Map<String, String> shown, CoinbaseConfig.Hosts hosts, CoinbaseConfig.Limits limits, Pace pace)
        implements Wiring {

    private static final Pattern TIME = Pattern.compile("\"epochMillis\"\\s*:\\s*\"?([0-9]{1,18})");

    @Override
    public String kind() {
        return CoinbaseKind.NAME;
    }

    @Override
    public TimeCheck time() {
        return new TimeCheck(hosts.rest() + "/api/v3/brokerage/time", TIME);
    }

    @Override
    public KeyQuestion rights(ApiKeys keys, SplittableRandom random) {
        var check = new KeyCheck(hosts, limits, new Credentials(keys.key(), keys.secret()));
        return new KeyQuestion(at -> check.request(at, random), KeyCheck::read);
    }

    @Override
    public PaperFees fees() {
        return new PaperFees(Rates.of("0.004", "0.006"), Rates.of("0.0002", "0.0005"), true);
    }

    @Override
    public Venue venue(VenueConfig config, Optional<ApiKeys> keys, Surroundings around, SplittableRandom random) {
        var told = new CoinbaseConfig(
                config.venue(),
                hosts,
                keys.map(pair -> new Credentials(pair.key(), pair.secret())),
                config.symbols(),
                limits,
                pace,
                around.recovery());
        var ends = around.ends();
        return CoinbaseVenue.of(told, ends, random);
    }
}
