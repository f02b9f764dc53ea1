package sluice.sim.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.coinbase.call.Rejection;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.Json;
import sluice.sim.front.Refusals;

/** Answers and errors in Coinbase's words. */
final class CoinbaseRefusals implements Refusals {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> PAGE = Map.of("Content-Type", "text/html");

    /** No header says when to come back. */
    @Override
    public Delivery.Reply rateLimited(Duration retryAfter) {
        return Refusal.tooMany().reply();
    }

    /** The venue documents no ban; what stands before it turns callers away with a page. */
    @Override
    public Delivery.Reply banned(Duration retryAfter) {
        return Delivery.Reply.of(403, PAGE, "<html><head><title>403 Forbidden</title></head></html>");
    }

    @Override
    public Delivery.Reply maintenance() {
        return Refusal.error(503, "UNAVAILABLE", 14, "Service is under maintenance")
                .reply();
    }

    @Override
    public Delivery.Reply rejected(Fault fault) {
        var reason = fault.text("code").orElse("PREVIEW_INSUFFICIENT_FUND");
        var message = fault.text("msg").orElse("Insufficient balance in source account");
        return reply(new Rejection(reason, message).json(Json.object()));
    }

    static Delivery.Reply reply(JsonNode answer) {
        return Delivery.Reply.of(200, JSON, Json.text(answer));
    }
}
