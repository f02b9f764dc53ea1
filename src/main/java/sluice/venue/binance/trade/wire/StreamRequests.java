package sluice.venue.binance.trade.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;

/** Frames we send on the WebSocket API. Confined to one thread, as its signer is. */
public final class StreamRequests {

    private final String apiKey;
    private final Signer signer;
    private final long recvWindowMillis;

    public StreamRequests(Credentials credentials, Duration recvWindow) {
        this.apiKey = credentials.apiKey();
        this.signer = credentials.signer();
        this.recvWindowMillis = recvWindow.toMillis();
    }

    /** WebSocket API, request security: "all parameters but the signature, sorted alphabetically by name". */
    public String subscribe(String id, long timestampMillis) {
        var signature = signer.sign(new Form()
                .put("apiKey", apiKey)
                .put("recvWindow", recvWindowMillis)
                .put("timestamp", timestampMillis)
                .unsigned());
        return object().put("id", id)
                .put("method", "userDataStream.subscribe.signature")
                .set(
                        "params",
                        object().put("apiKey", apiKey)
                                .put("recvWindow", recvWindowMillis)
                                .put("timestamp", timestampMillis)
                                .put("signature", signature))
                .toString();
    }

    public String ping(String id) {
        return object().put("id", id).put("method", "ping").toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
