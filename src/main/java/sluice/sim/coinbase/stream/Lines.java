package sluice.sim.coinbase.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import sluice.sim.coinbase.endpoint.Floor;

/** The open sockets, and what is sent on them. Confined to the simulator's thread. */
final class Lines {

    private final Floor floor;
    private final Map<Long, Line> open = new LinkedHashMap<>();

    Lines(Floor floor) {
        this.floor = floor;
    }

    void add(Line line) {
        open.put(line.conn, line);
    }

    Optional<Line> get(long conn) {
        return Optional.ofNullable(open.get(conn));
    }

    void remove(long conn) {
        open.remove(conn);
    }

    List<Line> all() {
        return List.copyOf(open.values());
    }

    List<Line> listening(Channel channel, String product) {
        return having(line -> line.listens(channel, product));
    }

    List<Line> having(Predicate<Line> wanted) {
        return open.values().stream().filter(wanted).toList();
    }

    void send(List<Line> to, Channel channel, String product, String events) {
        to.forEach(line -> send(line, channel, product, events));
    }

    void send(Line line, Channel channel, String product, String events) {
        line.send(channel, product, events, floor.serverTime(), floor.now());
    }
}
