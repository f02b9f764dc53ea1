package sluice.sim.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.Batches;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.Json;
import sluice.sim.front.Refusals;

/** Answers and refusals in Bybit's envelope: {@code retCode}, {@code retMsg}, {@code result}, and the time. */
record BybitRefusals(BybitFloor floor) implements Refusals {

    private static final int BALANCE = 110007;
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");

    @Override
    public Delivery.Reply rateLimited(Duration retryAfter) {
        return reply(Refusal.tooManyVisits());
    }

    @Override
    public Delivery.Reply banned(Duration retryAfter) {
        floor.rates().ban(retryAfter, floor.now());
        return reply(Refusal.tooFrequent());
    }

    @Override
    public Delivery.Reply maintenance() {
        return reply(Refusal.restarting());
    }

    @Override
    public Delivery.Reply rejected(Fault fault) {
        var code = (int) fault.number("code", BALANCE);
        var status = (int) fault.number("status", 200);
        return reply(new Refusal(status, code, fault.text("msg").orElse("ab not enough for new order")));
    }

    Delivery.Reply reply(JsonNode result) {
        var json = envelope(0, "OK");
        if (result instanceof ObjectNode object && object.has(Batches.CODES)) {
            json.putObject("retExtInfo").set("list", object.remove(Batches.CODES));
        }
        json.set("result", result);
        return Delivery.Reply.of(200, JSON, Json.text(json));
    }

    Delivery.Reply reply(Refusal refusal) {
        return switch (refusal.status()) {
            case 403 -> plain(403, "access too frequent");
            case 404 -> plain(404, "404 page not found");
            default -> Delivery.Reply.of(refusal.status(), JSON, Json.text(envelope(refusal.code(), refusal.text())));
        };
    }

    private static Delivery.Reply plain(int status, String text) {
        return Delivery.Reply.of(status, Map.of("Content-Type", "text/plain"), text);
    }

    private ObjectNode envelope(int code, String message) {
        var json = Json.object().put("retCode", code).put("retMsg", message);
        json.putObject("result");
        json.putObject("retExtInfo");
        return json.put("time", floor.millis());
    }
}
