package sluice.venue.coinbase.trade.wire;

import java.time.Duration;
import java.util.Map;
import sluice.net.HttpCall;

/** Makes calls to one REST host, each with a token of its own. Confined to one thread, as its tokens are. */
public final class SignedCalls {

    private static final String API = "/api/v3/brokerage";
    private static final String JSON_TYPE = "application/json";

    private final String restUrl;
    private final Tokens tokens;
    private final Duration deadline;

    public SignedCalls(String restUrl, Tokens tokens, Duration deadline) {
        this.restUrl = restUrl;
        this.tokens = tokens;
        this.deadline = deadline;
    }

    HttpCall get(String path, Query query, long venueMillis) {
        return HttpCall.get(restUrl + API + path + query.text(), authorised("GET", path, venueMillis), deadline);
    }

    HttpCall post(String path, String json, long venueMillis) {
        return new HttpCall(
                "POST", restUrl + API + path, authorised("POST", path, venueMillis), json, JSON_TYPE, deadline);
    }

    HttpCall open(String path) {
        return HttpCall.get(restUrl + API + path, Map.of(), deadline);
    }

    private Map<String, String> authorised(String method, String path, long venueMillis) {
        return Map.of("Authorization", "Bearer " + tokens.forRequest(method, API + path, venueMillis));
    }
}
