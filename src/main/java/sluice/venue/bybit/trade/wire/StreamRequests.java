package sluice.venue.bybit.trade.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;

/** Frames we send on the private socket. Confined to one thread, as its signer is. */
public final class StreamRequests {

    private final String apiKey;
    private final Signer signer;

    public StreamRequests(Credentials credentials) {
        this.apiKey = credentials.apiKey();
        this.signer = credentials.signer();
    }

    /** Connect, "Authentication": the signature is over {@code GET/realtime} and the time at which it expires. */
    public String authenticate(String id, long expiresMillis) {
        var request = request(id, "auth");
        request.putArray("args").add(apiKey).add(expiresMillis).add(signer.sign("GET/realtime" + expiresMillis));
        return request.toString();
    }

    /** All-in-one topics, which must not be mixed with those of a category in one request. */
    public String subscribe(String id, List<String> topics) {
        return about(id, "subscribe", topics);
    }

    public String unsubscribe(String id, List<String> topics) {
        return about(id, "unsubscribe", topics);
    }

    private static String about(String id, String op, List<String> topics) {
        var request = request(id, op);
        topics.forEach(request.putArray("args")::add);
        return request.toString();
    }

    public String ping(String id) {
        return request(id, "ping").toString();
    }

    private static ObjectNode request(String id, String op) {
        return JsonNodeFactory.instance.objectNode().put("req_id", id).put("op", op);
    }
}
