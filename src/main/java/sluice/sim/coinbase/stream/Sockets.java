package sluice.sim.coinbase.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.sim.coinbase.call.Allowance;
import sluice.sim.coinbase.call.ApiKey;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.endpoint.Floor;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;

/** All sockets of the venue: who may open one, what it is subscribed to, and when it ends. */
public final class Sockets {

    private static final int POLICY = 1008;
    private static final int GOING_AWAY = 1001;
    private static final long SECOND = 1_000;

    private final Floor floor;
    private final Outbox outbox;
    private final Lines lines;
    private final MarketFeed market;
    private final UserFeed user;
    private final Allowance connections;
    private final Allowance messages;
    private long lastSecond;

    public Sockets(Floor floor, Limits limits, Outbox outbox) {
        this.floor = floor;
        this.outbox = outbox;
        this.lines = new Lines(floor);
        this.market = new MarketFeed(floor, lines);
        this.user = new UserFeed(floor, lines);
        this.connections = new Allowance(limits.connections());
        this.messages = new Allowance(limits.socketMessages());
        floor.cancels().listen(user::queued);
    }

    public void opened(long conn) {
        var line = new Line(conn, floor.now(), outbox);
        lines.add(line);
        var occasion = Occasion.of("CONNECT", "CONNECT /");
        if (!connections.take(floor.now())
                || happens(FaultKind.MAINTENANCE, occasion)
                || happens(FaultKind.BAN, occasion)
                || isNamed(FaultKind.DISCONNECT, occasion)) {
            line.cut();
        }
    }

    private boolean happens(FaultKind kind, Occasion occasion) {
        return floor.faults().fire(kind, occasion, floor.now()).isPresent();
    }

    private boolean isNamed(FaultKind kind, Occasion occasion) {
        return floor.faults().fireNamed(kind, occasion, floor.now()).isPresent();
    }

    public void closed(long conn) {
        lines.remove(conn);
        outbox.closed(conn);
    }

    public void received(long conn, String text) {
        lines.get(conn).ifPresent(line -> {
            var message = Json.read(text).filter(JsonNode::isObject);
            var type = message.map(json -> json.path("type").asText()).orElse("");
            var channel = message.map(json -> json.path("channel").asText()).orElse("");
            var occasion = Occasion.of(type, type + " " + channel);
            if (isNamed(FaultKind.DISCONNECT, occasion) || isNamed(FaultKind.REQUEST_LOST, occasion)) {
                line.cut();
            } else if (message.isEmpty()) {
                error(line, "invalid message");
            } else {
                understood(line, type, message.get());
            }
        });
    }

    private void understood(Line line, String type, JsonNode message) {
        var channel = Channel.of(message.path("channel").asText());
        var products = products(message);
        if (!type.equals("subscribe") && !type.equals("unsubscribe")) {
            error(line, "invalid message type");
        } else if (channel.isEmpty()) {
            error(line, "invalid channel");
        } else if (products.isEmpty()
                || products.get().isEmpty() && channel.get().isOfProducts()) {
            error(line, "invalid product ids");
        } else if (isAllowed(line, channel.get(), message.path("jwt"))) {
            change(line, type.equals("subscribe"), channel.get(), products.get());
        }
    }

    /** The products named, aliases as what they are aliases of; empty when one does not exist. */
    private Optional<List<String>> products(JsonNode message) {
        var products = new ArrayList<String>();
        for (var id : message.path("product_ids")) {
            floor.book(id.asText()).ifPresent(listing -> products.add(listing.symbol()));
        }
        return products.size() == message.path("product_ids").size() ? Optional.of(products) : Optional.empty();
    }

    /** The user channel needs a token, the others take one; without one the messages of a second are limited. */
    private boolean isAllowed(Line line, Channel channel, JsonNode token) {
        if (token.isMissingNode() && channel != Channel.USER) {
            if (messages.take(floor.now())) {
                return true;
            }
            error(line, "rate limit exceeded");
            return false;
        }
        var key = floor.keys().subscriber(token, floor.serverTime()).filter(found -> found.may(ApiKey.Scope.VIEW));
        if (key.isEmpty()) {
            error(line, "authentication failure");
            return false;
        }
        line.authenticated(key.get().account());
        return true;
    }

    /** Data may come before the word that a subscription stands, as it does here. */
    private void change(Line line, boolean isBegun, Channel channel, List<String> products) {
        if (isBegun) {
            line.subscribe(channel, products);
            begin(line, channel, products);
        } else {
            line.unsubscribe(channel, products);
        }
        line.subscriptions(subscriptions(line), floor.serverTime(), floor.now());
    }

    private void begin(Line line, Channel channel, List<String> products) {
        if (channel == Channel.USER) {
            user.begin(line);
        } else {
            market.begin(line, channel, products);
        }
    }

    private static String subscriptions(Line line) {
        var names = Json.object();
        line.subscriptions()
                .forEach((channel, products) -> names.set(
                        channel.subscribed(),
                        switch (channel) {
                            case USER ->
                                Json.texts(List.of(Ids.user(line.account().orElseThrow())));
                            case HEARTBEATS, STATUS -> Json.texts(List.of(channel.subscribed()));
                            case LEVEL2, MARKET_TRADES, TICKER, TICKER_BATCH, CANDLES -> Json.texts(products);
                        }));
        return MarketFeed.events(Json.object().set("subscriptions", names));
    }

    private static void error(Line line, String message) {
        line.error(Json.text(Json.object().put("type", "error").put("message", message)));
    }

    /** Sends what is due, and ends what has lasted too long. */
    public void turn() {
        var now = floor.now();
        if (!lines.all().isEmpty()
                && (happens(FaultKind.DISCONNECT, Occasion.ANY)
                        || floor.faults().inForce(FaultKind.MAINTENANCE, now))) {
            lines.all().forEach(Line::cut);
        }
        lines.all().forEach(line -> end(line, now));
        heartbeats(now);
        market.turn();
        user.turn();
    }

    /** WebSocket overview: subscribe within 5 seconds; without updates most channels close after 60 to 90 seconds. */
    private void end(Line line, Instant now) {
        if (!line.hasSubscribed()
                && !now.isBefore(line.openedAt.plus(floor.quirks().subscribeWithin()))) {
            line.end(POLICY, "no subscription");
        } else if (!now.isBefore(line.sentAt().plus(floor.quirks().idle()))) {
            line.end(GOING_AWAY, "idle");
        }
    }

    private void heartbeats(Instant now) {
        var second = now.toEpochMilli() / SECOND;
        if (second == lastSecond) {
            return;
        }
        lastSecond = second;
        var time = floor.serverTime();
        var written = time.toString().replace('T', ' ').replace("Z", "") + " +0000 UTC m=+" + second + ".000000001";
        for (var line : lines.having(open -> open.listens(Channel.HEARTBEATS))) {
            var event = Json.object().put("current_time", written).put("heartbeat_counter", line.heartbeat());
            lines.send(line, Channel.HEARTBEATS, "", MarketFeed.events(event));
        }
    }
}
