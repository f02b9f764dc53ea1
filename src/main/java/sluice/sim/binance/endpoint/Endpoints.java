package sluice.sim.binance.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.sim.front.Json;

/** Everything that can be asked, by its name on either carrier. */
public final class Endpoints {

    private final Floor floor;
    private final Map<String, Endpoint> byHttp = new HashMap<>();
    private final Map<String, Endpoint> bySocket = new HashMap<>();

    public Endpoints(Floor floor) {
        this.floor = floor;
        Stream.of(new MarketEndpoints(floor).all(), new OrderEndpoints(floor).all(), new AccountEndpoints(floor).all())
                .flatMap(List::stream)
                .forEach(endpoint -> {
                    byHttp.put(endpoint.http(), endpoint);
                    if (!endpoint.socket().isEmpty()) {
                        bySocket.put(endpoint.socket(), endpoint);
                    }
                });
    }

    public Optional<Endpoint> byHttp(String methodAndPath) {
        return Optional.ofNullable(byHttp.get(methodAndPath));
    }

    public Optional<Endpoint> bySocket(String method) {
        return Optional.ofNullable(bySocket.get(method));
    }

    /** Does what was asked; refuses by throwing. A placement that succeeds costs no weight (since 2026-04-02). */
    public JsonNode carry(Endpoint endpoint, Call call, int weight) {
        var answer = endpoint.act().apply(call);
        if (endpoint.isPlacement()) {
            floor.weights().refund(weight);
        }
        return answer;
    }

    /** What has been used of the limits, as a WebSocket API answer tells it. */
    public ArrayNode used(Endpoint endpoint, Optional<String> account) {
        var all = Json.array();
        if (endpoint.isPlacement() || endpoint.verb().equals("amend")) {
            account.ifPresent(name -> all.addAll(AccountEndpoints.orderLimits(floor, name)));
        }
        return all.add(InstrumentJson.rateLimit(
                        "REQUEST_WEIGHT", "MINUTE", 1, floor.limits().weightPerMinute())
                .put("count", floor.weights().used(floor.now())));
    }
}
