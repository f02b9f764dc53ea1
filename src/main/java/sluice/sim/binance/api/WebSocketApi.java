package sluice.sim.binance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.endpoint.Call;
import sluice.sim.binance.endpoint.Endpoint;
import sluice.sim.binance.endpoint.Endpoints;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.binance.stream.UserStreams;
import sluice.sim.front.Delivery;
import sluice.sim.front.Json;
import sluice.sim.front.Logged;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.RequestFaults;
import sluice.sim.front.RequestLog;
import sluice.sim.front.StreamFaults.Nature;

/** Requests over a WebSocket: the same acts as over HTTP, signed and wrapped in their own way. */
public final class WebSocketApi {

    /** How an answer or a refusal becomes a reply with its status, as over HTTP. */
    public interface Wording {

        Delivery.Reply reply(JsonNode answer);

        Delivery.Reply reply(Refusal refusal);
    }

    private final Floor floor;
    private final Endpoints endpoints;
    private final Wording wording;
    private final RequestFaults faults;
    private final Outbox outbox;
    private final RequestLog log;
    private final UserStreams users;
    private final Sessions sessions;
    private final Map<Long, ApiSocket> sockets = new HashMap<>();

    public WebSocketApi(
            Floor floor, Endpoints endpoints, Wording wording, RequestFaults faults, Outbox outbox, RequestLog log) {
        this.floor = floor;
        this.endpoints = endpoints;
        this.wording = wording;
        this.faults = faults;
        this.outbox = outbox;
        this.log = log;
        this.users = new UserStreams(floor, outbox);
        this.sessions = new Sessions(floor, users);
    }

    /** web-socket-api: connecting costs a weight of 2; {@code returnRateLimits=false} leaves the limits out. */
    public void opened(long conn, String query) {
        floor.weights().charge(Sessions.WEIGHT, floor.now());
        sockets.put(conn, new ApiSocket(conn, floor.serverTime(), !query.contains("returnRateLimits=false")));
    }

    public void closed(long conn) {
        sockets.remove(conn);
        users.closed(conn);
    }

    public void received(long conn, String text) {
        var socket = sockets.get(conn);
        if (socket == null) {
            return;
        }
        var request = SocketRequest.read(text);
        if (request.isEmpty()) {
            var id = Json.read(text).map(SocketRequest::id).orElse("null");
            var refused = wording.reply(new Refusal(400, -1135, "Invalid JSON Request"));
            send(conn, frame(id, refused, ""), Duration.ZERO, Occasion.ANY);
            return;
        }
        carry(socket, request.get());
    }

    private void carry(ApiSocket socket, SocketRequest request) {
        var endpoint = endpoints.bySocket(request.method());
        var occasion = endpoint.map(Endpoint::occasion).orElse(Occasion.of(request.method()));
        var before = outbox.mark();
        var delivery = faults.carry(occasion, floor.now(), () -> work(socket, request, endpoint));
        var reply = delivery.answer();
        if (reply.status() > 0) {
            log.add(new Logged(floor.now(), "WS", request.method(), reply.status(), clientId(request, endpoint)));
        }
        if (delivery instanceof Delivery.Cut) {
            outbox.force(new Push.Cut(socket.conn()));
        } else if (delivery instanceof Delivery.Reply) {
            var text = frame(request.id(), reply, limits(socket, request, endpoint));
            outbox.insert(before, new Push.Text(socket.conn(), text, reply.delay()), occasion, Nature.CONTROL);
        }
    }

    private String limits(ApiSocket socket, SocketRequest request, Optional<Endpoint> endpoint) {
        var isWanted =
                socket.returnsRateLimits() && !"false".equals(request.params().get("returnRateLimits"));
        return isWanted
                ? ",\"rateLimits\":"
                        + endpoint.map(found -> used(socket, request, found)).orElse("[]")
                : "";
    }

    private Delivery.Reply work(ApiSocket socket, SocketRequest request, Optional<Endpoint> endpoint) {
        try {
            var params = Params.ofSocket(request.params());
            params.text("returnRateLimits");
            if (endpoint.isPresent()) {
                return wording.reply(act(socket, endpoint.get(), params));
            }
            if (!Sessions.knows(request.method())) {
                throw new Refusal(400, -1020, "This operation is not supported.");
            }
            floor.weights().charge(Sessions.WEIGHT, floor.now());
            return wording.reply(sessions.carry(socket, request.method(), params));
        } catch (Refusal refusal) {
            return wording.reply(refusal);
        }
    }

    private JsonNode act(ApiSocket socket, Endpoint endpoint, Params params) {
        var weight = endpoint.weight().applyAsInt(params);
        floor.weights().charge(weight, floor.now());
        return endpoints.carry(endpoint, new Call(params, key(socket, endpoint, params)), weight);
    }

    private Optional<ApiKey> key(ApiSocket socket, Endpoint endpoint, Params params) {
        if (endpoint.security() == Endpoint.Security.NONE) {
            return Optional.empty();
        }
        if (socket.user().isPresent() && params.text("apiKey").isEmpty()) {
            floor.keys().inTime(params, floor.serverTime());
            return socket.user();
        }
        return Optional.of(floor.keys().signer(params.mustText("apiKey"), params, floor.serverTime()));
    }

    private String used(ApiSocket socket, SocketRequest request, Endpoint endpoint) {
        var account = Optional.ofNullable(request.params().get("apiKey"))
                .flatMap(floor.keys()::find)
                .or(socket::user)
                .map(ApiKey::account);
        return Json.text(endpoints.used(endpoint, account));
    }

    private String frame(String id, Delivery.Reply reply, String limits) {
        var isGood = reply.status() == 200;
        var body = isGood ? reply.body() : error(reply);
        return "{\"id\":" + id + ",\"status\":" + reply.status() + ",\"" + (isGood ? "result" : "error") + "\":" + body
                + limits + "}";
    }

    /** 429 and 418 say in the error itself until when to wait. */
    private String error(Delivery.Reply reply) {
        var json = Json.read(reply.body())
                .filter(JsonNode::isObject)
                .orElseGet(() -> Json.object().put("code", -1000).put("msg", reply.body()));
        var retryAfter = reply.headers().get("Retry-After");
        if (retryAfter == null || !(json instanceof ObjectNode error)) {
            return Json.text(json);
        }
        var now = floor.serverTime();
        error.set(
                "data",
                Json.object()
                        .put("serverTime", now.toEpochMilli())
                        .put(
                                "retryAfter",
                                now.plusSeconds(Long.parseLong(retryAfter)).toEpochMilli()));
        return Json.text(error);
    }

    private void send(long conn, String text, Duration delay, Occasion occasion) {
        outbox.push(new Push.Text(conn, text, delay), occasion, Nature.CONTROL);
    }

    private static String clientId(SocketRequest request, Optional<Endpoint> endpoint) {
        var name = endpoint.filter(Endpoint::isPlacement).isPresent() ? "newClientOrderId" : "origClientOrderId";
        return request.params().getOrDefault(name, "");
    }
}
