package sluice.report.venues;

import java.util.List;
import java.util.Optional;
import sluice.report.Json;
import sluice.report.Text;
import sluice.venue.Feed;
import sluice.venue.VenueEvent.BadFramesCounted;

/** What a venue sent that it should not have, by feed and kind. Immutable. */
record BadFramesPart(List<BadFramesCounted> bad) {

    BadFramesPart {
        bad = List.copyOf(bad);
    }

    void json(Json out) {
        out.list(
                "badFrames",
                bad,
                (of, counted) -> of.text("kind", counted.kind())
                        .text("feed", counted.feed().map(Feed::kind))
                        .text("symbol", counted.feed().flatMap(Feed::symbol))
                        .number("count", counted.count())
                        .text("reason", counted.text())
                        .time("at", counted.at().at()));
    }

    void text(Text out) {
        for (var counted : bad) {
            var feed = counted.feed().map(Feed::toString).map(name -> " of " + name);
            out.line("Bad frames    " + counted.count() + " " + counted.kind() + feed.orElse("") + ", the last at "
                    + out.zoned(counted.at().at())
                    + Optional.of(counted.text())
                            .filter(said -> !said.isEmpty())
                            .map(said -> ": " + said)
                            .orElse(""));
        }
    }
}
