package sluice.sim.binance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.endpoint.Call;
import sluice.sim.binance.endpoint.Endpoint;
import sluice.sim.binance.endpoint.Endpoints;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Logged;
import sluice.sim.front.Occasion;
import sluice.sim.front.RequestFaults;
import sluice.sim.front.RequestLog;

/** Requests over plain HTTP: found, charged, verified, carried out and answered with the headers of the limits. */
final class Rest {

    private final Floor floor;
    private final Endpoints endpoints;
    private final BinanceRefusals refusals;
    private final RequestFaults faults;
    private final RequestLog log;

    Rest(Floor floor, Endpoints endpoints, BinanceRefusals refusals, RequestLog log) {
        this.floor = floor;
        this.endpoints = endpoints;
        this.refusals = refusals;
        this.faults = new RequestFaults(floor.faults(), refusals);
        this.log = log;
    }

    Delivery answer(Ask ask) {
        var name = ask.method() + " " + ask.path();
        var endpoint = endpoints.byHttp(name);
        var occasion = endpoint.map(Endpoint::occasion).orElse(Occasion.of(name));
        var delivery = faults.carry(occasion, floor.now(), () -> work(ask, endpoint));
        var status = delivery.answer().status();
        if (status > 0) {
            log.add(new Logged(floor.now(), ask.method(), ask.path(), status, clientId(ask, endpoint)));
        }
        return delivery;
    }

    private Delivery.Reply work(Ask ask, Optional<Endpoint> found) {
        var account = Optional.<String>empty();
        Delivery.Reply reply;
        try {
            floor.weights().refuseBanned(floor.now());
            var endpoint = found.orElseThrow(() -> new Refusal(404, -1000, "Path " + ask.path() + " not found."));
            var params = Params.ofRest(ask.query(), ask.body());
            var weight = endpoint.weight().applyAsInt(params);
            floor.weights().charge(weight, floor.now());
            var key = key(ask, endpoint, params);
            account = key.map(ApiKey::account);
            reply = refusals.reply(endpoints.carry(endpoint, new Call(params, key), weight));
        } catch (Refusal refusal) {
            reply = refusals.reply(refusal);
        }
        return measured(reply, found, account);
    }

    private Optional<ApiKey> key(Ask ask, Endpoint endpoint, Params params) {
        if (endpoint.security() == Endpoint.Security.NONE) {
            return Optional.empty();
        }
        var name = ask.header("X-MBX-APIKEY").orElseThrow(Refusal::badKeyFormat);
        return Optional.of(floor.keys().signer(name, params, floor.serverTime()));
    }

    /** rest-api, "IP Limits" and "Unfilled order count": each answer tells what has been used. */
    private Delivery.Reply measured(Delivery.Reply reply, Optional<Endpoint> endpoint, Optional<String> account) {
        var headers = new TreeMap<>(reply.headers());
        var used = String.valueOf(floor.weights().used(floor.now()));
        headers.putAll(Map.of("X-MBX-USED-WEIGHT", used, "X-MBX-USED-WEIGHT-1M", used));
        if (reply.status() == 200 && endpoint.filter(Endpoint::isPlacement).isPresent()) {
            var counts = floor.counts(account.orElseThrow());
            headers.put("X-MBX-ORDER-COUNT-10S", String.valueOf(counts.inTenSeconds(floor.now())));
            headers.put("X-MBX-ORDER-COUNT-1D", String.valueOf(counts.inDay(floor.now())));
        }
        return Delivery.Reply.of(reply.status(), headers, reply.body());
    }

    private static String clientId(Ask ask, Optional<Endpoint> endpoint) {
        var wanted = endpoint.filter(Endpoint::isPlacement).isPresent() ? "newClientOrderId=" : "origClientOrderId=";
        var inQuery = value(ask.query(), wanted);
        return inQuery.isEmpty() ? value(ask.body(), wanted) : inQuery;
    }

    /** What stands behind a parameter's name; empty where it is not there. */
    private static String value(String encoded, String name) {
        var at = ("&" + encoded).indexOf("&" + name);
        if (at < 0) {
            return "";
        }
        var begin = at + name.length();
        var end = encoded.indexOf('&', begin);
        return encoded.substring(begin, end < 0 ? encoded.length() : end);
    }
}
