package sluice.sim.bybit.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.sim.front.Ask;
import sluice.sim.front.Hmac;

/** The keys a venue knows, and whether a request is theirs, fresh and unaltered. */
public final class Keys {

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
    private static final long USUAL_WINDOW = 5_000;
    private static final long AHEAD = 1_000;

    private final Map<String, ApiKey> keys = new HashMap<>();

    /** A key that may trade on an account. */
    public record ApiKey(String key, String secret, String account) {

        @Override
        public String toString() {
            return "ApiKey[account=" + account + "]";
        }
    }

    public Keys(List<ApiKey> keys) {
        keys.forEach(key -> this.keys.put(key.key(), key));
    }

    public Optional<ApiKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /**
     * v5/guide, "Authentication": the text signed is timestamp + key + recv_window + (query string | JSON body),
     * exactly as sent; {@code server_time - recv_window <= timestamp < server_time + 1000}.
     */
    public ApiKey signer(Ask ask, Instant serverTime) {
        var name = ask.header("X-BAPI-API-KEY").orElseThrow(Refusal::invalidKey);
        var timestamp = millis(ask, "X-BAPI-TIMESTAMP").orElseThrow(() -> Refusal.parameter("params error: timestamp"));
        var window = millis(ask, "X-BAPI-RECV-WINDOW").orElse(USUAL_WINDOW);
        var key = find(name).orElseThrow(Refusal::invalidKey);
        var now = serverTime.toEpochMilli();
        if (timestamp < now - window || timestamp >= now + AHEAD) {
            throw Refusal.of(
                    10002,
                    "invalid request, please check your server timestamp or recv_window param. req_timestamp["
                            + timestamp + "],server_timestamp[" + now + "],recv_window[" + window + "]");
        }
        var payload = ask.header("X-BAPI-TIMESTAMP").orElse("")
                + name
                + ask.header("X-BAPI-RECV-WINDOW").orElse("")
                + (ask.method().equals("GET") ? ask.query() : ask.body());
        var signature = ask.header("X-BAPI-SIGN").orElseThrow(Refusal::badSignature);
        if (!Hmac.fits(key.secret(), payload, signature)) {
            throw Refusal.badSignature();
        }
        return key;
    }

    /** v5/ws/connect, "Authentication": the text signed is {@code GET/realtime} + expires, which must be to come. */
    public ApiKey signer(String name, String expires, String signature, Instant serverTime) {
        var key = find(name).orElseThrow(Refusal::invalidKey);
        if (!MILLIS.matcher(expires).matches() || Long.parseLong(expires) <= serverTime.toEpochMilli()) {
            throw Refusal.of(10002, "Request expired");
        }
        if (!Hmac.fits(key.secret(), "GET/realtime" + expires, signature)) {
            throw Refusal.badSignature();
        }
        return key;
    }

    private static Optional<Long> millis(Ask ask, String header) {
        var value = ask.header(header).filter(text -> !text.isEmpty());
        if (value.filter(text -> !MILLIS.matcher(text).matches()).isPresent()) {
            throw Refusal.parameter("params error: " + header + " invalid");
        }
        return value.map(Long::parseLong);
    }
}
