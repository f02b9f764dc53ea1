package sluice.venue.coinbase.trade.wire;

import java.util.Collection;
import java.util.List;
import sluice.market.Symbol;
import sluice.venue.coinbase.market.wire.Subscriptions;

/** Frames we send on the user socket. Confined to one thread, as its tokens are. */
public record StreamRequests(Tokens tokens) {

    /** WebSocket overview: subscribe to heartbeats too, or a channel without updates is closed after 60 to 90 s. */
    public List<String> subscribe(Collection<Symbol> symbols, long venueMillis) {
        var products = symbols.stream().map(ProductNames::productId).toList();
        return List.of(
                Subscriptions.subscribe("heartbeats", List.of(), tokens.forSubscription(venueMillis)),
                Subscriptions.subscribe("user", products, tokens.forSubscription(venueMillis)));
    }
}
