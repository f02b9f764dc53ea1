package sluice.sim.bybit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Rates.Left;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.bybit.endpoint.Endpoint;
import sluice.sim.bybit.endpoint.Endpoints;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Logged;
import sluice.sim.front.Occasion;
import sluice.sim.front.RequestFaults;
import sluice.sim.front.RequestLog;

/** Requests over HTTP: counted, found, verified, carried out and answered with what is left of the limit. */
final class Rest {

    private static final String LINK = "orderLinkId";
    private static final Pattern LINK_ID = Pattern.compile(LINK + "(?:=|\"\\s*:\\s*\")([A-Za-z0-9_-]+)");

    private final BybitFloor floor;
    private final Endpoints endpoints;
    private final BybitRefusals refusals;
    private final RequestFaults faults;
    private final RequestLog log;

    Rest(BybitFloor floor, Endpoints endpoints, BybitRefusals refusals, RequestLog log) {
        this.floor = floor;
        this.endpoints = endpoints;
        this.refusals = refusals;
        this.faults = new RequestFaults(floor.faults(), refusals);
        this.log = log;
    }

    Delivery answer(Ask ask) {
        var name = ask.method() + " " + ask.path();
        var endpoint = endpoints.find(name);
        var occasion = endpoint.map(Endpoint::occasion).orElse(Occasion.of(name));
        var delivery = faults.carry(occasion, floor.now(), () -> work(ask, endpoint));
        var status = delivery.answer().status();
        if (status > 0) {
            log.add(new Logged(floor.now(), ask.method(), ask.path(), status, linkId(ask)));
        }
        return delivery.delayed(floor.latency());
    }

    private Delivery.Reply work(Ask ask, Optional<Endpoint> found) {
        try {
            floor.rates().arrive(floor.now());
            var endpoint = found.orElseThrow(Refusal::noSuchPath);
            if (ask.method().equals("GET") && !ask.body().isEmpty()) {
                throw Refusal.tooFrequent();
            }
            return endpoint.isSigned() ? signed(ask, endpoint) : act(endpoint, Form.of(ask), "");
        } catch (Refusal refusal) {
            return refusals.reply(refusal);
        }
    }

    private Delivery.Reply signed(Ask ask, Endpoint endpoint) {
        var key = floor.keys().signer(ask, floor.serverTime());
        var form = Form.of(ask);
        var left = floor.rates()
                .use(key.account(), endpoint.http(), endpoint.perSecond().applyAsInt(form), floor.now());
        var reply = left.left() < 0 ? refusals.reply(Refusal.tooManyVisits()) : tried(endpoint, form, key.account());
        return measured(reply, left);
    }

    private Delivery.Reply tried(Endpoint endpoint, Form form, String account) {
        try {
            return act(endpoint, form, account);
        } catch (Refusal refusal) {
            return refusals.reply(refusal);
        }
    }

    private Delivery.Reply act(Endpoint endpoint, Form form, String account) {
        return refusals.reply(endpoint.act().apply(new Endpoint.Call(form, account)));
    }

    /** v5/rate-limit: the status is what is left, the reset the present when nothing was exceeded. */
    private static Delivery.Reply measured(Delivery.Reply reply, Left left) {
        var headers = new TreeMap<>(reply.headers());
        headers.putAll(Map.of(
                "X-Bapi-Limit", String.valueOf(left.limit()),
                "X-Bapi-Limit-Status", String.valueOf(Math.max(0, left.left())),
                "X-Bapi-Limit-Reset-Timestamp", millis(left.reset())));
        return Delivery.Reply.of(reply.status(), headers, reply.body());
    }

    private static String millis(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }

    private static String linkId(Ask ask) {
        if (!ask.query().contains(LINK) && !ask.body().contains(LINK)) {
            return "";
        }
        var match = LINK_ID.matcher(ask.query() + " " + ask.body());
        return match.find() ? match.group(1) : "";
    }
}
