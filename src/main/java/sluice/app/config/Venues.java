package sluice.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.feed.Pace;
import sluice.venue.binance.BinanceConfig;

/** The venues of a configuration. */
final class Venues {

    private static final String BINANCE = "binance";
    private static final String KEY = "api-key-env";
    private static final String SECRET = "api-secret-env";

    private Venues() {}

    static List<VenueConfig> of(Section section) {
        var venues = new ArrayList<VenueConfig>();
        var binance = section.section(BINANCE);
        var venue = binance(binance);
        if (binance.flag("enabled", true) && binance.isThere()) {
            venues.add(venue);
        }
        binance.end();
        section.end();
        return venues;
    }

    private static VenueConfig binance(Section section) {
        var usual = BinanceConfig.Hosts.PRODUCTION;
        var hosts = new BinanceConfig.Hosts(
                url(section, "rest", usual.rest(), "https://", "http://"),
                url(section, "streams", usual.streams(), "wss://", "ws://"),
                url(section, "ws-api", usual.wsApi(), "wss://", "ws://"));
        return new VenueConfig(
                BINANCE,
                hosts,
                section.list("symbols", Config.Sim.SYMBOLS, Symbol::of),
                keys(section.section("keys")),
                limits(section.section("limits")),
                pace(section.section("market-data")));
    }

    /** Plain protocols are for this machine only: a key must not cross a network in the clear. */
    private static String url(Section section, String key, String usual, String secure, String plain) {
        return section.parsed(key, usual, text -> {
            var local = text.matches("\\w+://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?(/.*)?");
            if (!text.startsWith(secure) && !(local && text.startsWith(plain))) {
                throw new IllegalArgumentException(
                        "must begin with " + secure + " (" + plain + " only for this machine)");
            }
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        });
    }

    private static KeySource keys(Section section) {
        var key = section.text(KEY);
        var secret = section.text(SECRET);
        var file = section.text("file");
        var command = section.list("command", List.of(), word -> word);
        section.end();
        var sources = new ArrayList<KeySource>();
        file.ifPresent(path -> sources.add(new KeySource.OwnerFile(home(path))));
        if (!command.isEmpty()) {
            sources.add(new KeySource.Command(command));
        }
        if (key.isPresent() && secret.isPresent()) {
            sources.add(new KeySource.Environment(key.get(), secret.get()));
        } else if (key.isPresent() || secret.isPresent()) {
            section.wrong(key.isPresent() ? KEY : SECRET, "needs " + (key.isPresent() ? SECRET : KEY) + " beside it");
        }
        if (sources.size() > 1) {
            first(section).ifPresent(name -> section.wrong(name, "is one of several sources of keys; keep one"));
        }
        return sources.isEmpty() ? new KeySource.None() : sources.get(0);
    }

    private static Optional<String> first(Section section) {
        return section.names().stream().findFirst();
    }

    private static Path home(String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
                : Path.of(path);
    }

    private static BinanceConfig.Limits limits(Section section) {
        var usual = BinanceConfig.Limits.PRODUCTION;
        var limits = new BinanceConfig.Limits(
                section.duration("recv-window", usual.recvWindow()),
                section.duration("deadline", usual.deadline()),
                section.count("weight-per-minute", usual.weightPerMinute(), 100),
                section.count("orders-per-ten-seconds", usual.ordersPerTenSeconds(), 1),
                section.count("orders-per-day", usual.ordersPerDay(), 1));
        if (limits.recvWindow().compareTo(Duration.ofMinutes(1)) > 0) {
            section.wrong("recv-window", "must be at most \"60s\", which is all the venue allows");
        }
        section.end();
        return limits;
    }

    private static Pace pace(Section section) {
        var usual = Pace.USUAL;
        var pace = new Pace(
                (int) section.whole("snapshot-levels", usual.snapshotLimit(), 5, 5000),
                section.duration("silence", usual.silence()),
                section.duration("quiet", usual.quiet()),
                section.duration("frozen", usual.frozen()),
                section.duration("life", usual.life()),
                section.duration("relisting", usual.relisting()),
                section.duration("deadline", usual.deadline()));
        section.end();
        return pace;
    }
}
