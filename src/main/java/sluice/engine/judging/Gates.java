package sluice.engine.judging;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.engine.market.Books;
import sluice.engine.state.VenueState;
import sluice.engine.turn.Turn;
import sluice.market.Place;
import sluice.order.Terms;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.TradingState;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;

/** Why nothing may go to a place now, as sentences; nothing lets it in. */
record Gates(Turn turn, Books books) {

    /** What keeps the venue from being asked at all. */
    List<String> unready(Place place) {
        var state = turn.venue(place.venue());
        var why = new ArrayList<String>();
        if (!state.unready().isEmpty()) {
            why.add(state.unready());
        }
        if (state.fees(place.symbol()).isEmpty()) {
            why.add("its fees are not known yet");
        }
        state.link().flatMap(this::broken).ifPresent(why::add);
        return why;
    }

    private Optional<String> broken(LinkHealth link) {
        var banned = link.bannedUntil().filter(until -> until.isAfter(turn.now().at()));
        if (banned.isPresent()) {
            return Optional.of("it has banned us until " + banned.get().truncatedTo(ChronoUnit.SECONDS));
        }
        return link.breaker().isOpen()
                ? Optional.of("its circuit breaker is open: " + link.breaker().words())
                : Optional.empty();
    }

    /** What speaks against an order there although the venue could be asked. */
    List<String> shut(Place place, Terms terms, Exposure exposure) {
        var why = new ArrayList<String>();
        halted(terms, exposure.state()).ifPresent(why::add);
        book(place, exposure).ifPresent(why::add);
        books.top(terms.symbol()).excluded().stream()
                .filter(out -> out.place().equals(place) && why.isEmpty())
                .forEach(out -> why.add("its book is left out of the market: " + out.why()));
        return why;
    }

    private static Optional<String> halted(Terms terms, TradingState state) {
        return state == TradingState.ACTIVE || state == TradingState.REDUCING && terms.reduceOnly()
                ? Optional.empty()
                : Optional.of("trading there is " + state);
    }

    private Optional<String> book(Place place, Exposure exposure) {
        var age = exposure.market().bookAge();
        if (age.isEmpty()) {
            return Optional.of(absent(turn.venue(place.venue()), place));
        }
        var limits = turn.state().limits().of(place.venue(), place.symbol(), Optional.empty());
        var max = limits.collar().maxBookAgeMs();
        return age.filter(old -> old.toNanos() > max * 1_000_000)
                .map(old -> "its book is stale: no sign of life for %d ms, and %d are allowed"
                        .formatted(old.toMillis(), max));
    }

    private static String absent(VenueState state, Place place) {
        return state.bookFeed(place.symbol())
                .filter(feed -> feed.state() != FeedState.LIVE)
                .map(feed -> "its book is " + feed.state() + (feed.text().isEmpty() ? "" : " (" + feed.text() + ")"))
                .orElse("it has no book now");
    }
}
