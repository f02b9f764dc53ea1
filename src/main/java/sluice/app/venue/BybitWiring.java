package sluice.app.venue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import sluice.app.toml.Written;
import sluice.net.feed.Pace;
import sluice.venue.Venue;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.BybitVenue;
import sluice.venue.bybit.KeyCheck;
import sluice.venue.bybit.trade.wire.Credentials;
import sluice.venue.paper.PaperFees;
import sluice.venue.paper.PaperFees.Rates;

/** A venue that speaks Bybit's protocol. */
record BybitWiring(BybitConfig.Hosts hosts, BybitConfig.Limits limits, Pace pace) implements Wiring {

    private static final Pattern TIME = Pattern.compile("\"time\"\\s*:\\s*([0-9]{1,18})");

    @Override
    public String kind() {
        return BybitKind.NAME;
    }

    @Override
    public Map<String, String> shown() {
        var values = new LinkedHashMap<String, String>();
        values.put("rest", Written.text(hosts.rest()));
        values.put("public-streams", Written.text(hosts.publicStreams()));
        values.put("private-stream", Written.text(hosts.privateStream()));
        values.put("limits.recv-window", Written.time(limits.recvWindow()));
        values.put("limits.deadline", Written.time(limits.deadline()));
        values.put("limits.calls-in-five-seconds", Written.whole(limits.callsInFiveSeconds()));
        values.putAll(Paces.shown(pace));
        return values;
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
                new BybitConfig.Recovery(around.breaker(), around.backoff()));
        return BybitVenue.of(told, around.ends(), random);
    }
}
