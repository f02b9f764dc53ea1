package sluice.sim.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.sim.coinbase.call.Allowance;
import sluice.sim.coinbase.call.ApiKey;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Query;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.coinbase.endpoint.Call;
import sluice.sim.coinbase.endpoint.Endpoints;
import sluice.sim.coinbase.endpoint.Endpoints.Found;
import sluice.sim.coinbase.endpoint.Floor;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Json;
import sluice.sim.front.Logged;
import sluice.sim.front.Occasion;
import sluice.sim.front.RequestFaults;
import sluice.sim.front.RequestLog;

/** Requests over HTTP: found, authenticated, counted, carried out and answered with the headers of the limits. */
final class Rest {

    private final Floor floor;
    private final Limits limits;
    private final Endpoints endpoints;
    private final RequestFaults faults;
    private final RequestLog log;
    private final Map<String, Allowance> allowances = new HashMap<>();
    private final Allowance strangers;

    Rest(Floor floor, Limits limits, RequestLog log) {
        this.floor = floor;
        this.limits = limits;
        this.endpoints = new Endpoints(floor);
        this.faults = new RequestFaults(floor.faults(), new CoinbaseRefusals());
        this.log = log;
        this.strangers = new Allowance(limits.publicRequests());
    }

    Delivery answer(Ask ask) {
        floor.cancels().turn();
        var found = endpoints.find(ask);
        var occasion = found.map(known -> known.endpoint().occasion(ask.path()))
                .orElse(Occasion.of(ask.method() + " " + ask.path()));
        var delivery = faults.carry(occasion, floor.now(), () -> work(ask, found));
        var status = delivery.answer().status();
        if (status > 0) {
            log.add(new Logged(floor.now(), ask.method(), ask.path(), status, clientId(ask)));
        }
        return delivery;
    }

    private Delivery.Reply work(Ask ask, Optional<Found> found) {
        var allowance = strangers;
        Delivery.Reply reply;
        try {
            var known = found.orElseThrow(Refusal::noSuchPath);
            var key = key(ask, known);
            allowance = key.map(this::allowance).orElse(strangers);
            if (!allowance.take(floor.now())) {
                throw Refusal.tooMany();
            }
            var call = new Call(Query.of(ask.query()), body(ask), known.named(), key);
            reply = CoinbaseRefusals.reply(known.endpoint().act().apply(call));
        } catch (Refusal refusal) {
            reply = refusal.reply();
        }
        var headers = new TreeMap<>(reply.headers());
        headers.putAll(allowance.headers(floor.now()));
        return Delivery.Reply.of(reply.status(), headers, reply.body());
    }

    private Optional<ApiKey> key(Ask ask, Found found) {
        var scope = found.endpoint().scope();
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        var key = floor.keys().caller(ask, floor.serverTime());
        if (!key.may(scope.get())) {
            throw Refusal.forbidden();
        }
        return Optional.of(key);
    }

    private Allowance allowance(ApiKey key) {
        return allowances.computeIfAbsent(key.account(), account -> new Allowance(limits.privateRequests()));
    }

    private static JsonNode body(Ask ask) {
        return ask.method().equals("GET")
                ? Json.object()
                : Json.read(ask.body())
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> Refusal.invalid("the body is not a JSON object"));
    }

    private static String clientId(Ask ask) {
        return ask.body().contains("client_order_id")
                ? Json.read(ask.body())
                        .map(body -> body.path("client_order_id").asText())
                        .orElse("")
                : "";
    }
}
