package sluice.app.config;

import java.time.Duration;
import java.util.Map;
import sluice.app.toml.Section;
import sluice.app.toml.Written;
import sluice.net.limit.Backoff;
import sluice.net.limit.Breaker;
import sluice.net.limit.Recovery;
import sluice.net.limit.Throttle;

/** The tables {@code [transport.*]}: when venues are left alone, and for whom their limits are kept. */
final class TransportTable {

    private static final int ALL = 100;
    private static final Duration SOONEST = Duration.ofMillis(200);

    private TransportTable() {}

    static Recovery read(Section section, Recovery usual) {
        var recovery = new Recovery(
                breaker(section.section("breaker"), usual.breaker()),
                backoff(section.section("backoff"), usual.backoff()),
                reserve(section.section("reserve"), usual.reserve()),
                timeEvery(section.section("clock"), usual.timeEvery()));
        section.end();
        return recovery;
    }

    private static Duration timeEvery(Section section, Duration usual) {
        var every = section.duration("ask-every", usual);
        if (every.compareTo(SOONEST) < 0) {
            section.wrong("ask-every", "must be at least " + Written.time(SOONEST));
        }
        section.end();
        return every;
    }

    private static Breaker.Settings breaker(Section section, Breaker.Settings usual) {
        var shares = usual.shares();
        var rejects = usual.rejects();
        var breaker = new Breaker.Settings(
                section.count("failures", usual.failures(), 1),
                section.duration("open", usual.open()),
                new Breaker.Shares(
                        section.count("window", shares.window(), 5),
                        percent(section, "error-pct", shares.errorPct()),
                        percent(section, "unknown-pct", shares.unknownPct()),
                        percent(section, "slow-pct", shares.slowPct()),
                        section.duration("slow", shares.slow())),
                new Breaker.Rejects(
                        section.count("rejects", rejects.inARow(), 1), section.duration("reject-open", rejects.open())),
                section.duration("stale", usual.stale()));
        section.end();
        return breaker;
    }

    private static int percent(Section section, String key, int usual) {
        return (int) section.whole(key, usual, 1, ALL);
    }

    private static Backoff.Settings backoff(Section section, Backoff.Settings usual) {
        var backoff = new Backoff.Settings(
                section.duration("first", usual.first()),
                section.duration("cap", usual.cap()),
                section.duration("lasted", usual.lasted()));
        if (backoff.first().compareTo(backoff.cap()) > 0 || backoff.first().equals(Duration.ZERO)) {
            section.wrong("first", "must be above 0 and at most cap");
        }
        section.end();
        return backoff;
    }

    private static Throttle.Settings reserve(Section section, Throttle.Settings usual) {
        var cancels = (int) section.whole("cancels-pct", Math.round(usual.forCancels() * ALL), 0, ALL - 1);
        var queries = (int) section.whole("queries-pct", Math.round(usual.forQueries() * ALL), 0, ALL - 1);
        if (cancels + queries >= ALL) {
            section.wrong("queries-pct", "must leave something for new orders: with cancels-pct it is under 100");
        }
        section.end();
        return new Throttle.Settings(cancels / (double) ALL, queries / (double) ALL, usual.slack());
    }

    static void show(Map<String, String> values, Recovery recovery) {
        var breaker = recovery.breaker();
        var shares = breaker.shares();
        values.put("transport.breaker.failures", Written.whole(breaker.failures()));
        values.put("transport.breaker.open", Written.time(breaker.open()));
        values.put("transport.breaker.window", Written.whole(shares.window()));
        values.put("transport.breaker.error-pct", Written.whole(shares.errorPct()));
        values.put("transport.breaker.unknown-pct", Written.whole(shares.unknownPct()));
        values.put("transport.breaker.slow-pct", Written.whole(shares.slowPct()));
        values.put("transport.breaker.slow", Written.time(shares.slow()));
        values.put("transport.breaker.rejects", Written.whole(breaker.rejects().inARow()));
        values.put(
                "transport.breaker.reject-open", Written.time(breaker.rejects().open()));
        values.put("transport.breaker.stale", Written.time(breaker.stale()));
        values.put("transport.clock.ask-every", Written.time(recovery.timeEvery()));
        values.put("transport.backoff.first", Written.time(recovery.backoff().first()));
        values.put("transport.backoff.cap", Written.time(recovery.backoff().cap()));
        values.put("transport.backoff.lasted", Written.time(recovery.backoff().lasted()));
        var reserve = recovery.reserve();
        values.put("transport.reserve.cancels-pct", Written.whole(Math.round(reserve.forCancels() * ALL)));
        values.put("transport.reserve.queries-pct", Written.whole(Math.round(reserve.forQueries() * ALL)));
    }
}
