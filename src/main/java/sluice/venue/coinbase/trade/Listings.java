package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.gate.Gate;

/** Readings of orders that several questions share: by symbol, the last one begun. Confined to its session. */
final class Listings {

    /** Questions that come within so short a time are one. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Gate gate;
    private final Wire wire;
    private final boolean isOneLook;
    private final Map<Symbol, Listing> last = new HashMap<>();

    /** @param isOneLook whether all that is asked of it belongs to one look at the account */
    Listings(Gate gate, Wire wire, boolean isOneLook) {
        this.gate = gate;
        this.wire = wire;
        this.isOneLook = isOneLook;
    }

    /**
     * A reading of what was placed since {@code earliest}, begun when the order had been sent.
     *
     * @param sent when, or the earliest that it can have been
     */
    Listing of(Symbol symbol, Instant earliest, Instant sent) {
        return Optional.ofNullable(last.get(symbol))
                .filter(listing -> listing.covers(earliest) && !listing.begun().isBefore(sent))
                .filter(listing -> isOneLook || isOfNow(listing))
                .orElseGet(() -> {
                    var begun = new Listing(gate, wire, symbol, earliest);
                    last.put(symbol, begun);
                    return begun;
                });
    }

    private boolean isOfNow(Listing listing) {
        return !listing.isRead()
                && Duration.between(listing.begun(), gate.venueNow()).abs().compareTo(AT_ONCE) <= 0;
    }
}
