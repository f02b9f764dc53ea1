package sluice.venue.coinbase.trade.wire;

import java.util.Collection;
import java.util.List;
import sluice.market.Symbol;
import sluice.venue.coinbase.market.wire.Subscriptions;

/** Frames we send on the user socket. Confined to one thread, as its tokens are. */
public record StreamRequests(Tokens tokens) {

    public String heartbeats(long venueMillis) {
        return Subscriptions.subscribe("heartbeats", List.of(), tokens.forSubscription(venueMillis));
    }

    public String user(Collection<Symbol> symbols, long venueMillis) {
        var products = symbols.stream().map(ProductNames::productId).toList();
        return Subscriptions.subscribe("user", products, tokens.forSubscription(venueMillis));
    }
}
