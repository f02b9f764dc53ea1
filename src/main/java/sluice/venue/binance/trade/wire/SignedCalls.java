package sluice.venue.binance.trade.wire;

import java.time.Duration;
import java.util.Map;
import sluice.net.HttpCall;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;

/**
 * Makes signed calls to one REST host: parameters in the body where the method has one, else in the query.
 *
 * <p>Confined to one thread, as its signer is.
 */
public final class SignedCalls {

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private final String restUrl;
    private final Signer signer;
    private final Map<String, String> headers;
    private final long recvWindowMillis;
    private final Duration deadline;

    public SignedCalls(String restUrl, Credentials credentials, Duration recvWindow, Duration deadline) {
        this.restUrl = restUrl;
        this.signer = credentials.signer();
        this.headers = Map.of("X-MBX-APIKEY", credentials.apiKey());
        this.recvWindowMillis = recvWindow.toMillis();
        this.deadline = deadline;
    }

    HttpCall inBody(String method, String path, Form form, long timestampMillis) {
        return new HttpCall(method, restUrl + path, headers, sealed(form, timestampMillis), FORM_TYPE, deadline);
    }

    HttpCall inQuery(String method, String path, Form form, long timestampMillis) {
        var url = restUrl + path + "?" + sealed(form, timestampMillis);
        return new HttpCall(method, url, headers, "", "", deadline);
    }

    HttpCall open(String path) {
        return HttpCall.get(restUrl + path, Map.of(), deadline);
    }

    private String sealed(Form form, long timestampMillis) {
        return form.put("recvWindow", recvWindowMillis)
                .put("timestamp", timestampMillis)
                .signed(signer);
    }
}
