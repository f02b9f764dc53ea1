package sluice.sim.binance;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.sim.binance.api.WebSocketApi;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.binance.stream.MarketSocket;
import sluice.sim.binance.stream.MarketStreams;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;

/** All WebSockets of the venue: where each leads, whether it still answers, and when it ends. */
final class Sockets {

    private static final int GOING_AWAY = 1001;
    private static final int POLICY = 1008;
    private static final String API = "/ws-api/v3";

    private final Floor floor;
    private final Pace pace;
    private final Outbox outbox;
    private final MarketStreams market;
    private final WebSocketApi api;
    private final Map<Long, Link> links = new LinkedHashMap<>();
    private Optional<Instant> shutdownAt = Optional.empty();

    /** One connection; a market one has a socket of its own, the others are the API's. */
    private record Link(Optional<MarketSocket> market, Instant openedAt, Instant pingedAt, Instant answeredAt) {

        Link pinged(Instant at) {
            return new Link(market, openedAt, at, answeredAt);
        }

        Link answered(Instant at) {
            return new Link(market, openedAt, pingedAt, at);
        }

        boolean owesPong() {
            return pingedAt.isAfter(answeredAt);
        }
    }

    Sockets(Floor floor, Pace pace, Outbox outbox, WebSocketApi api) {
        this.floor = floor;
        this.pace = pace;
        this.outbox = outbox;
        this.api = api;
        this.market =
                new MarketStreams(floor.exchange(), at -> at.plus(floor.faults().skew(floor.now())), outbox);
    }

    void opened(long conn, String pathAndQuery) {
        var mark = pathAndQuery.indexOf('?');
        var path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        var query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
        if (isUnavailable(path) || isRefused(conn, path, query)) {
            outbox.force(new Push.Cut(conn));
            return;
        }
        var now = floor.now();
        if (path.equals(API)) {
            links.put(conn, new Link(Optional.empty(), now, now, now));
            return;
        }
        var socket = new MarketSocket(conn, path.startsWith("/stream"), market, outbox);
        links.put(conn, new Link(Optional.of(socket), now, now, now));
        socket.subscribe(streams(path, query));
    }

    private boolean isUnavailable(String path) {
        var occasion = Occasion.of("CONNECT", "CONNECT " + path);
        var isKnown = path.equals(API) || path.equals("/stream") || path.equals("/ws") || path.startsWith("/ws/");
        return !isKnown
                || floor.faults()
                        .fire(FaultKind.MAINTENANCE, occasion, floor.now())
                        .isPresent()
                || floor.faults()
                        .fireNamed(FaultKind.DISCONNECT, occasion, floor.now())
                        .isPresent();
    }

    private boolean isRefused(long conn, String path, String query) {
        try {
            floor.weights().refuseBanned(floor.now());
            if (path.equals(API)) {
                api.opened(conn, query);
            }
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    /** {@code /ws/a/b} and {@code /stream?streams=a/b}; {@code /ws/<n>} names no stream. */
    private static List<String> streams(String path, String query) {
        var names = path.startsWith("/ws/") ? path.substring("/ws/".length()) : "";
        var asked = Stream.of(query.split("&", -1))
                .filter(pair -> pair.startsWith("streams="))
                .map(pair -> pair.substring("streams=".length()));
        return Stream.concat(Stream.of(names), asked)
                .flatMap(list -> Stream.of(list.split("/", -1)))
                .filter(name -> name.contains("@"))
                .toList();
    }

    void received(long conn, String text) {
        var link = links.get(conn);
        if (link == null) {
            return;
        }
        if (link.market().isEmpty()) {
            api.received(conn, text);
            return;
        }
        var socket = link.market().get();
        var named = MarketSocket.method(text).map(Occasion::of).orElse(Occasion.ANY);
        var isLost = Stream.of(FaultKind.DISCONNECT, FaultKind.REQUEST_LOST)
                .anyMatch(kind ->
                        floor.faults().fireNamed(kind, named, floor.now()).isPresent());
        if (isLost) {
            outbox.force(new Push.Cut(conn));
        } else if (socket.counts(floor.now())) {
            socket.received(text);
        }
    }

    void pinged(long conn) {
        Optional.ofNullable(links.get(conn)).flatMap(Link::market).ifPresent(socket -> socket.counts(floor.now()));
    }

    void ponged(long conn) {
        links.computeIfPresent(conn, (id, link) -> {
            link.market().ifPresent(socket -> socket.counts(floor.now()));
            return link.answered(floor.now());
        });
    }

    void closed(long conn) {
        var link = links.remove(conn);
        if (link != null) {
            link.market().ifPresent(MarketSocket::closed);
        }
        api.closed(conn);
        outbox.closed(conn);
    }

    /** Sends what is due: pings, streams, and the end of those whose time is over. */
    void turn() {
        disconnect();
        var now = floor.now();
        List.copyOf(links.entrySet()).forEach(entry -> keepAlive(entry.getKey(), entry.getValue(), now));
        market.turn();
    }

    private void disconnect() {
        if (links.isEmpty()) {
            return;
        }
        var asked = floor.faults().fire(FaultKind.DISCONNECT, Occasion.ANY, floor.now());
        if (asked.filter(fault -> fault.text("announced").isPresent()).isPresent()) {
            announce(asked.get());
        } else if (asked.isPresent() || floor.faults().inForce(FaultKind.MAINTENANCE, floor.now())) {
            links.keySet().forEach(conn -> outbox.force(new Push.Cut(conn)));
        }
        if (shutdownAt.filter(end -> !floor.now().isBefore(end)).isPresent()) {
            shutdownAt = Optional.empty();
            links.keySet().forEach(conn -> outbox.force(new Push.Close(conn, GOING_AWAY, "Server shutdown")));
        }
    }

    /** web-socket-streams: a serverShutdown event is sent before the server goes; how long before is not said. */
    private void announce(Fault fault) {
        shutdownAt = Optional.of(floor.now().plus(fault.millis("ms", Duration.ofSeconds(1))));
        var event = Json.object()
                .put("e", "serverShutdown")
                .put("E", floor.serverTime().toEpochMilli());
        links.forEach((conn, link) -> {
            var wrapped = link.market().isPresent() ? event : Json.object().set("event", event);
            outbox.push(Push.Text.now(conn, Json.text(wrapped)), Occasion.of("serverShutdown"), Nature.CONTROL);
        });
    }

    private void keepAlive(long conn, Link link, Instant now) {
        if (!now.isBefore(link.openedAt().plus(pace.lifetime()))) {
            outbox.force(new Push.Close(conn, GOING_AWAY, "Connection lifetime is over"));
        } else if (link.owesPong()
                && !now.isBefore(link.answeredAt().plus(pace.ping()).plus(pace.pongWithin()))) {
            outbox.force(new Push.Close(conn, POLICY, "Pong timeout"));
        } else if (!now.isBefore(link.pingedAt().plus(pace.ping()))) {
            var payload = String.valueOf(floor.serverTime().toEpochMilli());
            outbox.push(new Push.Ping(conn, payload), Occasion.of("ping"), Nature.CONTROL);
            links.put(conn, link.pinged(now));
        }
    }
}
