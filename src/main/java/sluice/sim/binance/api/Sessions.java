package sluice.sim.binance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.binance.stream.UserStreams;
import sluice.sim.binance.stream.UserStreams.Subscription;
import sluice.sim.front.Json;

/** What is about the connection itself: logging on, and listening to an account. */
final class Sessions {

    static final int WEIGHT = 2;

    private static final List<String> METHODS = List.of(
            "session.logon",
            "session.status",
            "session.logout",
            "session.subscriptions",
            "userDataStream.subscribe",
            "userDataStream.subscribe.signature",
            "userDataStream.unsubscribe");

    private final Floor floor;
    private final UserStreams users;

    Sessions(Floor floor, UserStreams users) {
        this.floor = floor;
        this.users = users;
    }

    static boolean knows(String method) {
        return METHODS.contains(method);
    }

    JsonNode carry(ApiSocket socket, String method, Params params) {
        return switch (method) {
            case "session.logon" -> logOn(socket, params);
            case "session.status" -> status(socket);
            case "session.logout" -> logOut(socket);
            case "session.subscriptions" ->
                Json.array(
                        users.of(socket.conn()),
                        subscription -> Json.object().put("subscriptionId", subscription.id()));
            case "userDataStream.subscribe" ->
                subscribe(socket, socket.user().orElseThrow(Sessions::unauthorized), true);
            case "userDataStream.subscribe.signature" -> subscribe(socket, signer(params), false);
            case "userDataStream.unsubscribe" -> unsubscribe(socket, params);
            default -> throw new AssertionError(method);
        };
    }

    private ApiKey signer(Params params) {
        return floor.keys().signer(params.mustText("apiKey"), params, floor.serverTime());
    }

    /** web-socket-api, "Log in with API key": only Ed25519 keys are supported for this. */
    private ObjectNode logOn(ApiSocket socket, Params params) {
        if (floor.keys().named(params.mustText("apiKey")).kind() != ApiKey.Kind.ED25519) {
            throw new Refusal(400, -4056, "HMAC_SHA256 API key is not supported.");
        }
        socket.logOn(signer(params), floor.serverTime());
        return status(socket);
    }

    private ObjectNode status(ApiSocket socket) {
        var json = Json.object();
        socket.user()
                .ifPresentOrElse(
                        key -> json.put("apiKey", key.key())
                                .put("authorizedSince", socket.authorizedAt().toEpochMilli()),
                        () -> json.putNull("apiKey").putNull("authorizedSince"));
        json.put("connectedSince", socket.connectedAt().toEpochMilli());
        json.put("returnRateLimits", socket.returnsRateLimits());
        json.put("serverTime", floor.serverTime().toEpochMilli());
        return json.put("userDataStream", !users.of(socket.conn()).isEmpty());
    }

    private ObjectNode logOut(ApiSocket socket) {
        socket.logOut();
        users.of(socket.conn()).stream()
                .filter(Subscription::byLogon)
                .forEach(subscription -> users.unsubscribe(socket.conn(), subscription));
        return status(socket);
    }

    private ObjectNode subscribe(ApiSocket socket, ApiKey key, boolean byLogon) {
        return Json.object()
                .put(
                        "subscriptionId",
                        users.subscribe(socket.conn(), key.account(), byLogon).id());
    }

    private ObjectNode unsubscribe(ApiSocket socket, Params params) {
        var wanted = Optional.of(params.number("subscriptionId")).filter(id -> id.isPresent());
        users.of(socket.conn()).stream()
                .filter(subscription -> wanted.stream().allMatch(id -> id.getAsLong() == subscription.id()))
                .forEach(subscription -> users.unsubscribe(socket.conn(), subscription));
        return Json.object();
    }

    private static Refusal unauthorized() {
        return new Refusal(401, -1002, "You are not authorized to execute this request.");
    }
}
