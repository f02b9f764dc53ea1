package sluice.venue.bybit.trade.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Parameters of a GET in the order they were put, percent-encoded: what is signed is what is sent. */
final class Query {

    private final StringBuilder text = new StringBuilder(160);

    Query put(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        return this;
    }

    Query put(String name, long value) {
        return put(name, Long.toString(value));
    }

    Query put(String name, Optional<String> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
