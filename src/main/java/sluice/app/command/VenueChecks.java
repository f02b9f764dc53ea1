package sluice.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.app.Start;
import sluice.app.WallClock;
import sluice.app.desk.Connections;
import sluice.app.desk.journal.Bans;
import sluice.app.venue.TimeCheck;
import sluice.market.VenueId;
import sluice.net.HttpOutcome;
import sluice.net.OkHttpTransport;
import sluice.net.reads.IdempotentReads;

/** Whether each venue answers, and how far its clock is from ours. */
record VenueChecks(Start start) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long FAR_MILLIS = 1_000;

    List<Finding> look() {
        var places = Connections.places(start);
        if (places.isEmpty()) {
            return List.of(
                    start.isSimulated()
                            ? Finding.good("venues", "simulated by the program itself")
                            : Finding.broken(
                                    "venues",
                                    "none is configured: add one, such as [venues.binance] of config.example.toml"));
        }
        var clock = new WallClock();
        try (var transport = new OkHttpTransport("doctor", clock)) {
            var reads = IdempotentReads.brief(transport);
            var findings = new ArrayList<Finding>();
            var bans = Bans.of(start.journal(), clock.now());
            for (var place : places.entrySet()) {
                var banned = banned(place.getKey(), bans);
                findings.addAll(
                        banned.map(List::of).orElseGet(() -> look(place.getKey(), place.getValue(), reads, clock)));
            }
            return findings;
        }
    }

    /** What to say of a venue that must not be asked now. */
    static Optional<Finding> banned(String venue, Bans bans) {
        return bans.why(new VenueId(venue)).map(why -> Finding.worth(venue, "not asked: " + why));
    }

    private static List<Finding> look(String venue, TimeCheck place, IdempotentReads reads, WallClock clock) {
        var url = place.url();
        var asked = clock.now().toEpochMilli();
        var outcome =
                reads.get(new IdempotentReads.Read(url, Map.of(), PATIENCE)).outcome();
        if (outcome instanceof HttpOutcome.Failure failure) {
            return List.of(Finding.broken(venue, "no answer from " + url + ": " + failure.cause()));
        }
        var reply = (HttpOutcome.Reply) outcome;
        var took = reply.took().toMillis();
        var answer = Finding.good(venue, url + " answered in " + took + " ms with " + reply.status());
        var time = place.read(reply.body());
        if (reply.status() != 200 || time.isEmpty()) {
            return List.of(Finding.broken(venue, url + " answered with " + reply.status()));
        }
        var off = time.getAsLong() - (asked + took / 2);
        var said = "ours and that of " + venue + " are " + Math.abs(off) + " ms apart";
        return List.of(
                answer,
                Math.abs(off) < FAR_MILLIS ? Finding.good("clock", said) : Finding.worth("clock", said + "; set it"));
    }
}
