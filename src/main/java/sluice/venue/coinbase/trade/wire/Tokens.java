package sluice.venue.coinbase.trade.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * JSON Web Tokens, each made for one request or one subscription and good for two minutes.
 *
 * <p>Authentication page: header {@code alg}, {@code typ}, {@code kid} (the key's name) and a random {@code nonce};
 * claims {@code sub} (the key's name), {@code iss} "cdp", {@code nbf} now, {@code exp} 120 seconds later, and for REST
 * {@code uri}: "request method, a space, the host without scheme, the path without query string". A token of a
 * WebSocket names no uri. Body and query are not signed. Confined to one thread, as its generator is.
 */
public final class Tokens {

    private static final long LIFE_SECONDS = Duration.ofMinutes(2).toSeconds();

    private final Credentials credentials;
    private final String signedHost;
    private final RandomGenerator random;

    /** @param signedHost whom the tokens name as the host, also when the connection goes elsewhere */
    public Tokens(Credentials credentials, String signedHost, RandomGenerator random) {
        this.credentials = credentials;
        this.signedHost = signedHost;
        this.random = random;
    }

    /** For one request; {@code path} is without its query. */
    String forRequest(String method, String path, long venueMillis) {
        return token(method + " " + signedHost + path, venueMillis);
    }

    String forSubscription(long venueMillis) {
        return token("", venueMillis);
    }

    private String token(String uri, long venueMillis) {
        var nonce = HexFormat.of();
        var header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", credentials.key().algorithm())
                .put("typ", "JWT")
                .put("kid", credentials.keyName())
                .put("nonce", nonce.toHexDigits(random.nextLong()) + nonce.toHexDigits(random.nextLong()));
        var now = Math.floorDiv(venueMillis, 1000L);
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("sub", credentials.keyName())
                .put("iss", "cdp")
                .put("nbf", now)
                .put("exp", now + LIFE_SECONDS);
        if (!uri.isEmpty()) {
            claims.put("uri", uri);
        }
        var signed = encoded(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(credentials.key().sign(signed));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
