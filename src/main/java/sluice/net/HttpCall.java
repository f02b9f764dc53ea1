package sluice.net;

import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request, complete. Immutable.
 *
 * @param url scheme, host, path and query as they go on the wire, already encoded
 * @param body empty for none
 * @param deadline from the hand-over to the last byte of the reply
 */
public record HttpCall(
        String method, String url, Map<String, String> headers, String body, String contentType, Duration deadline) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall get(String url, Map<String, String> headers, Duration deadline) {
        return new HttpCall("GET", url, headers, "", "", deadline);
    }

    /** The same, waited for so long. */
    public HttpCall within(Duration otherDeadline) {
        return new HttpCall(method, url, headers, body, contentType, otherDeadline);
    }

    /** Without query, headers and body, where keys and signatures are. */
    @Override
    public String toString() {
        var end = url.indexOf('?');
        return method + " " + (end < 0 ? url : url.substring(0, end));
    }
}
