package sluice.sim.bybit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.bybit.stream.BybitSocket;
import sluice.sim.bybit.stream.PrivateSocket;
import sluice.sim.bybit.stream.PrivateTopics;
import sluice.sim.bybit.stream.PublicSocket;
import sluice.sim.bybit.stream.PublicTopics;
import sluice.sim.bybit.stream.SocketFrame;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;

/** All WebSockets of the venue: where each leads, whether its client still speaks, and when it ends. */
final class Sockets {

    private static final int POLICY = 1008;
    private static final String PRIVATE = "/v5/private";
    private static final String PUBLIC = "/v5/public/";

    private final BybitFloor floor;
    private final Pace pace;
    private final Outbox outbox;
    private final PrivateTopics accounts;
    private final PublicTopics spot;
    private final PublicTopics linear;
    private final Map<Long, Link> links = new LinkedHashMap<>();

    private record Link(BybitSocket socket, Instant heardAt) {}

    Sockets(BybitFloor floor, Pace pace, Outbox outbox, PrivateTopics accounts) {
        this.floor = floor;
        this.pace = pace;
        this.outbox = outbox;
        this.accounts = accounts;
        this.spot = new PublicTopics(floor, Category.SPOT, outbox);
        this.linear = new PublicTopics(floor, Category.LINEAR, outbox);
    }

    void opened(long conn, String pathAndQuery) {
        var mark = pathAndQuery.indexOf('?');
        var path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        var socket = socket(conn, path);
        var occasion = Occasion.of("CONNECT", "CONNECT " + path);
        var isRefused = socket.isEmpty()
                || floor.rates().isBanned(floor.now())
                || floor.isDown(occasion)
                || floor.faults()
                        .fireNamed(FaultKind.DISCONNECT, occasion, floor.now())
                        .isPresent();
        if (isRefused) {
            outbox.force(new Push.Cut(conn));
        } else {
            links.put(conn, new Link(socket.get(), floor.now()));
        }
    }

    private Optional<BybitSocket> socket(long conn, String path) {
        return switch (path) {
            case PRIVATE -> Optional.of(new PrivateSocket(conn, floor, accounts));
            case PUBLIC + "spot" -> Optional.of(new PublicSocket(conn, spot));
            case PUBLIC + "linear" -> Optional.of(new PublicSocket(conn, linear));
            default -> Optional.empty();
        };
    }

    void received(long conn, String text) {
        var link = links.get(conn);
        if (link == null) {
            return;
        }
        links.put(conn, new Link(link.socket(), floor.now()));
        var frame = SocketFrame.read(text);
        var occasion = frame.map(found -> Occasion.of(found.op())).orElse(Occasion.ANY);
        var isLost = Stream.of(FaultKind.DISCONNECT, FaultKind.REQUEST_LOST)
                .anyMatch(kind ->
                        floor.faults().fireNamed(kind, occasion, floor.now()).isPresent());
        if (isLost) {
            outbox.force(new Push.Cut(conn));
        } else {
            answer(conn, link.socket(), frame, occasion);
        }
    }

    private void answer(long conn, BybitSocket socket, Optional<SocketFrame> frame, Occasion occasion) {
        var json = frame.isPresent()
                ? socket.answer(frame.get())
                : Json.object()
                        .put("success", false)
                        .put("ret_msg", "error:invalid JSON")
                        .put("op", "");
        outbox.push(Push.Text.now(conn, Json.text(json)), occasion, Nature.CONTROL);
        if (socket.isOver()) {
            outbox.force(new Push.Close(conn, POLICY, "authentication failed"));
        } else {
            socket.begin();
        }
    }

    void closed(long conn) {
        var link = links.remove(conn);
        if (link != null) {
            link.socket().closed();
        }
        outbox.closed(conn);
    }

    /** Sends what is due, and ends those who have not spoken for too long. */
    void turn() {
        if (!links.isEmpty()) {
            disconnect();
            restart();
        }
        var now = floor.now();
        for (var entry : List.copyOf(links.entrySet())) {
            if (!now.isBefore(entry.getValue().heardAt().plus(pace.silence()))) {
                outbox.force(new Push.Cut(entry.getKey()));
            }
        }
        spot.turn();
        linear.turn();
    }

    private void disconnect() {
        var asked = floor.faults().fire(FaultKind.DISCONNECT, Occasion.ANY, floor.now());
        if (asked.isPresent() || floor.faults().inForce(FaultKind.MAINTENANCE, floor.now())) {
            links.keySet().forEach(conn -> outbox.force(new Push.Cut(conn)));
        }
    }

    /** A fault that names no topic restarts everything; {@code soft} leaves the numbers and only tells all anew. */
    private void restart() {
        var asked = floor.faults().fire(FaultKind.RESTART, Occasion.ANY, floor.now());
        asked.ifPresent(fault -> {
            var isHard = fault.text("soft").isEmpty();
            if (isHard) {
                floor.restarted();
            }
            spot.restart(isHard);
            linear.restart(isHard);
        });
    }
}
