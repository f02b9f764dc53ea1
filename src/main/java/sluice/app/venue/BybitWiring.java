package sluice.app.venue;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import sluice.net.feed.Pace;
import sluice.net.hmac.Credentials;
import sluice.venue.Venue;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.BybitVenue;
import sluice.venue.bybit.KeyCheck;
import sluice.venue.paper.PaperFees;
import sluice.venue.paper.PaperFees.Rates;

/** A venue that speaks Bybit's protocol. */
record BybitWiring(Map<String, String> shown, BybitConfig.Hosts hosts, BybitConfig.Limits limits, Pace pace)
        implements Wiring {

    private static final Pattern TIME = Pattern.compile("\"time\"\\s*:\\s*([0-9]{1,18})");

    @Override
    public String kind() {
        return BybitKind.NAME;
    }

    @Override
    public TimeCheck time() {
        return new TimeCheck(hosts.rest() + "/v5/market/time", TIME);
    }

    @Override
    public KeyQuestion rights(ApiKeys keys, SplittableRandom random) {
        var check = new KeyCheck(hosts, limits, new Credentials(keys.key(), keys.secret()));
        return new KeyQuestion(check::request, KeyCheck::read);
    }

    @Override
    public PaperFees fees() {
        return new PaperFees(Rates.of("0.001", "0.001"), Rates.of("0.0002", "0.00055"), false);
    }

    @Override
    public Venue venue(VenueConfig config, Optional<ApiKeys> keys, Surroundings around, SplittableRandom random) {
        var told = new BybitConfig(
                config.venue(),
                hosts,
                keys.map(pair -> new Credentials(pair.key(), pair.secret())),
                config.symbols(),
                limits,
                pace,
                around.recovery());
        return BybitVenue.of(told, around.ends(), random);
    }
}
