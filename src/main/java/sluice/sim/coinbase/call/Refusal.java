package sluice.sim.coinbase.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import sluice.sim.front.Delivery;
import sluice.sim.front.Json;

/** Coinbase's answer to a request it does not carry out: an HTTP status with a body. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> PLAIN = Map.of("Content-Type", "text/plain");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final int status;
    private final transient Optional<ObjectNode> body;

    private Refusal(int status, String message, Optional<ObjectNode> body) {
        super(message, null, false, false);
        this.status = status;
        this.body = body;
    }

    public static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", Optional.empty());
    }

    public static Refusal forbidden() {
        return error(403, "PERMISSION_DENIED", 7, "Missing required scopes");
    }

    public static Refusal noSuchPath() {
        return new Refusal(404, "404 page not found", Optional.empty());
    }

    public static Refusal notFound(String what) {
        return error(404, "NOT_FOUND", 5, what + " not found");
    }

    public static Refusal invalid(String message) {
        return error(400, "INVALID_ARGUMENT", 3, message);
    }

    /** A key is bound to one portfolio; what belongs to another is not available to it. */
    public static Refusal foreign() {
        return error(403, "PERMISSION_DENIED", 7, "account is not available");
    }

    public static Refusal tooMany() {
        var body = Json.object();
        body.putArray("errors").addObject().put("id", "rate_limit_exceeded").put("message", "Too many requests");
        return new Refusal(429, "Too many requests", Optional.of(body));
    }

    public static Refusal error(int status, String error, int code, String message) {
        var body = Json.object().put("error", error).put("code", code).put("message", message);
        return new Refusal(status, message, Optional.of(body.put("error_details", message)));
    }

    public Delivery.Reply reply() {
        return body.map(json -> Delivery.Reply.of(status, JSON, Json.text(json)))
                .orElseGet(() -> Delivery.Reply.of(status, PLAIN, getMessage() + "\n"));
    }
}
