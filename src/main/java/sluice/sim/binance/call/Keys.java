package sluice.sim.binance.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys a venue knows, and whether a signed request is theirs, fresh and unaltered. */
public final class Keys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{6,128}");
    private static final BigDecimal WIDEST = BigDecimal.valueOf(60_000);
    private static final BigDecimal USUAL = BigDecimal.valueOf(5_000);
    private static final Duration AHEAD = Duration.ofMillis(1_000);
    private static final long MICROS = 1_000_000_000_000_000L;

    private final Map<String, ApiKey> keys = new HashMap<>();

    public Keys(List<ApiKey> keys) {
        keys.forEach(key -> this.keys.put(key.key(), key));
    }

    public Optional<ApiKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** The key of this name; refused when it is malformed or nobody's. */
    public ApiKey named(String name) {
        var key = keys.get(name);
        if (key == null) {
            throw KEY.matcher(name).matches() ? Refusal.unknownKey() : Refusal.badKeyFormat();
        }
        return key;
    }

    /** The key that signed the parameters; refused when the signature does not fit or the time is off. */
    public ApiKey signer(String name, Params params, Instant serverTime) {
        var key = named(name);
        inTime(params, serverTime);
        var signature = params.signature().orElseThrow(() -> Refusal.missing("signature"));
        if (!Signatures.fits(key, params.payload(), signature)) {
            throw Refusal.badSignature();
        }
        return key;
    }

    /**
     * rest-api, "Timing security": {@code timestamp < serverTime + 1000 && serverTime - timestamp <= recvWindow}, else
     * the request is refused; the window is 5000 unless sent and at most 60000.
     */
    public void inTime(Params params, Instant serverTime) {
        var window = params.decimal("recvWindow").orElse(USUAL);
        if (window.compareTo(WIDEST) > 0) {
            throw Refusal.recvWindowTooLong();
        }
        var sent = params.number("timestamp").orElseThrow(() -> Refusal.missing("timestamp"));
        var timestamp = sent >= MICROS
                ? Instant.EPOCH.plusNanos(sent / 1_000_000 * 1_000_000_000).plusNanos(sent % 1_000_000 * 1_000)
                : Instant.ofEpochMilli(sent);
        if (!timestamp.isBefore(serverTime.plus(AHEAD))) {
            throw Refusal.tooEarly();
        }
        var windowNanos = window.movePointRight(6).longValue();
        if (Duration.between(timestamp, serverTime).compareTo(Duration.ofNanos(windowNanos)) > 0) {
            throw Refusal.tooLate();
        }
    }
}
