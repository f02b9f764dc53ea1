package sluice.venue.coinbase.market.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;

/** Frames that ask for channels: one channel each, as the venue wants it. */
public final class Subscriptions {

    private Subscriptions() {}

    /** Of public data. */
    public static String subscribe(String channel, Collection<String> products) {
        return subscribe(channel, products, "");
    }

    /** The venue begins anew with a snapshot when it is subscribed to again. */
    public static String unsubscribe(String channel, Collection<String> products) {
        return frame("unsubscribe", channel, products, "");
    }

    /** @param token empty for none */
    public static String subscribe(String channel, Collection<String> products, String token) {
        return frame("subscribe", channel, products, token);
    }

    private static String frame(String type, String channel, Collection<String> products, String token) {
        var frame = JsonNodeFactory.instance.objectNode().put("type", type).put("channel", channel);
        if (!products.isEmpty()) {
            var ids = frame.putArray("product_ids");
            products.forEach(ids::add);
        }
        if (!token.isEmpty()) {
            frame.put("jwt", token);
        }
        return frame.toString();
    }
}
