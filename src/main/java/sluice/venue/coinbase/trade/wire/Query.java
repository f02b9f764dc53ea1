package sluice.venue.coinbase.trade.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parameters of a request in the order they were put, percent-encoded; a name may come more than once. */
final class Query {

    private final StringBuilder text = new StringBuilder(160);

    Query put(String name, String value) {
        text.append(text.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        return this;
    }

    Query put(String name, int value) {
        return put(name, Integer.toString(value));
    }

    /** With a question mark in front, or nothing. */
    String text() {
        return text.toString();
    }
}
