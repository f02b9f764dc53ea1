package sluice.venue.bybit.trade.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import sluice.net.HttpCall;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;

/**
 * Makes signed calls to one REST host.
 *
 * <p>Guide, "Authentication": the signature is over "timestamp+api_key+recv_window+queryString" of a GET and
 * "timestamp+api_key+recv_window+jsonBodyString" of a POST. Confined to one thread, as its signer is.
 */
public final class SignedCalls {

    private static final String JSON_TYPE = "application/json";

    private final String restUrl;
    private final String apiKey;
    private final Signer signer;
    private final String recvWindowMillis;
    private final Duration deadline;

    public SignedCalls(String restUrl, Credentials credentials, Duration recvWindow, Duration deadline) {
        this.restUrl = restUrl;
        this.apiKey = credentials.apiKey();
        this.signer = credentials.signer();
        this.recvWindowMillis = Long.toString(recvWindow.toMillis());
        this.deadline = deadline;
    }

    HttpCall get(String path, Query query, long timestampMillis) {
        var text = query.toString();
        var url = restUrl + path + (text.isEmpty() ? "" : "?" + text);
        return new HttpCall("GET", url, headers(text, timestampMillis), "", "", deadline);
    }

    HttpCall post(String path, ObjectNode body, long timestampMillis) {
        var text = body.toString();
        return new HttpCall("POST", restUrl + path, headers(text, timestampMillis), text, JSON_TYPE, deadline);
    }

    HttpCall open(String path) {
        return HttpCall.get(restUrl + path, Map.of(), deadline);
    }

    private Map<String, String> headers(String payload, long timestampMillis) {
        var timestamp = Long.toString(timestampMillis);
        return Map.of(
                "X-BAPI-API-KEY", apiKey,
                "X-BAPI-TIMESTAMP", timestamp,
                "X-BAPI-RECV-WINDOW", recvWindowMillis,
                "X-BAPI-SIGN", signer.sign(timestamp + apiKey + recvWindowMillis + payload));
    }

    @Override
    public String toString() {
        return "SignedCalls[" + restUrl + "]";
    }
}
