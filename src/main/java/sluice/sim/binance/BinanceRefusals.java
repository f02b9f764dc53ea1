package sluice.sim.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import sluice.sim.binance.api.WebSocketApi;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.call.Weights;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.Json;
import sluice.sim.front.Refusals;

/** Answers and errors in Binance's words, before either carrier wraps them. */
record BinanceRefusals(Floor floor) implements Refusals, WebSocketApi.Wording {

    private static final int REJECTED = -2010;
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json;charset=UTF-8");

    @Override
    public Delivery.Reply rateLimited(Duration retryAfter) {
        return reply(floor.weights().limited(retryAfter));
    }

    @Override
    public Delivery.Reply banned(Duration retryAfter) {
        floor.weights().ban(retryAfter, floor.now());
        return reply(Weights.banned(retryAfter, floor.serverTime().plus(retryAfter)));
    }

    @Override
    public Delivery.Reply maintenance() {
        return reply(new Refusal(503, -1016, "This service is no longer available."));
    }

    @Override
    public Delivery.Reply rejected(Fault fault) {
        var code = (int) fault.number("code", REJECTED);
        var status = (int) fault.number("status", 400);
        return reply(new Refusal(
                status, code, fault.text("msg").orElse("Account has insufficient balance for requested action.")));
    }

    @Override
    public Delivery.Reply reply(JsonNode answer) {
        return Delivery.Reply.of(200, JSON, Json.text(answer));
    }

    @Override
    public Delivery.Reply reply(Refusal refusal) {
        var headers = new TreeMap<>(JSON);
        refusal.retryAfter().ifPresent(time -> headers.put("Retry-After", String.valueOf(seconds(time))));
        return Delivery.Reply.of(refusal.status(), headers, Json.text(refusal.json()));
    }

    /** Whole seconds, never too few. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
