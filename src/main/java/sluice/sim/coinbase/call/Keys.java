package sluice.sim.coinbase.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sluice.sim.front.Ask;

/**
 * The keys a venue knows, and whose token a request carries.
 *
 * <p>Advanced Trade, "API authentication": {@code kid} and {@code sub} are the key's name, {@code iss} is cdp, the
 * token lives two minutes from {@code nbf} to {@code exp}, and {@code uri} is method, host and path without query. What
 * the venue forgives of a wrong clock is not documented; here it is a second.
 */
public final class Keys {

    private static final String BEARER = "Bearer ";
    private static final String HOST = "api.coinbase.com";
    private static final Set<String> ISSUERS = Set.of("cdp", "coinbase-cloud");
    private static final long LIFETIME = 120;
    private static final long LEEWAY = 1;

    private final Map<String, ApiKey> keys = new HashMap<>();

    public Keys(List<ApiKey> keys) {
        keys.forEach(key -> this.keys.put(key.name(), key));
    }

    /** Whose request it is; refused when that cannot be told. */
    public ApiKey caller(Ask ask, Instant serverTime) {
        return ask.header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> Jwt.read(value.substring(BEARER.length())))
                .filter(token -> isSignedFor(ask, token.text("uri")))
                .flatMap(token -> owner(token, serverTime))
                .orElseThrow(Refusal::unauthorized);
    }

    /** Whose token a subscription carries, which names no uri; empty when that cannot be told. */
    public Optional<ApiKey> subscriber(JsonNode token, Instant serverTime) {
        return Jwt.read(token.asText()).filter(jwt -> !jwt.claims().has("uri")).flatMap(jwt -> owner(jwt, serverTime));
    }

    private Optional<ApiKey> owner(Jwt token, Instant serverTime) {
        var name = token.header().path("kid").asText();
        return Optional.ofNullable(keys.get(name))
                .filter(key -> token.text("sub").equals(name) && ISSUERS.contains(token.text("iss")))
                .filter(key -> isInTime(token, serverTime))
                .filter(key -> token.isSignedBy(key.publicKey()));
    }

    private static boolean isInTime(Jwt token, Instant serverTime) {
        var from = token.claims().path("nbf").asLong();
        var until = token.claims().path("exp").asLong();
        var now = serverTime.getEpochSecond();
        return until - from <= LIFETIME && from <= now + LEEWAY && now < until + LEEWAY;
    }

    /** Clients sign the venue's own host, or the address they were given in its place. */
    private static boolean isSignedFor(Ask ask, String uri) {
        var own = ask.header("Host").orElse(HOST);
        return Stream.of(HOST, own, "http://" + own)
                .anyMatch(host -> uri.equals(ask.method() + " " + host + ask.path()));
    }
}
