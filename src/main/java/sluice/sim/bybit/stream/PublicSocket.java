package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A connection to one category's public topics.
 *
 * <p>v5/ws/connect: at most 21,000 characters of topics a connection, and on spot 10 topics a request.
 */
public final class PublicSocket implements BybitSocket {

    private static final int MOST_CHARACTERS = 21_000;
    private static final int MOST_ON_SPOT = 10;

    private final long conn;
    private final PublicTopics topics;
    private final Set<String> mine = new LinkedHashSet<>();
    private final List<String> beginning = new ArrayList<>();

    public PublicSocket(long conn, PublicTopics topics) {
        this.conn = conn;
        this.topics = topics;
    }

    @Override
    public ObjectNode answer(SocketFrame frame) {
        return switch (frame.op()) {
            case "ping" -> frame.answer(true, "pong", conn);
            case "subscribe" -> subscribe(frame);
            case "unsubscribe" -> unsubscribe(frame);
            default -> frame.answer(false, "error:Invalid op", conn);
        };
    }

    private ObjectNode subscribe(SocketFrame frame) {
        var asked = frame.topics();
        if (asked.isEmpty() || topics.isSpot() && asked.size() > MOST_ON_SPOT) {
            return frame.answer(false, "error:args size " + asked.size() + ", must be from 1 to 10", conn);
        }
        for (var topic : asked) {
            if (!topics.knows(topic)) {
                return frame.answer(false, "error:handler not found,topic:" + topic, conn);
            }
            if (mine.contains(topic)) {
                return frame.answer(false, "error:already subscribed,topic:" + topic, conn);
            }
        }
        var characters = mine.stream().mapToInt(String::length).sum()
                + asked.stream().mapToInt(String::length).sum();
        if (characters > MOST_CHARACTERS) {
            return frame.answer(false, "error:args length exceeds " + MOST_CHARACTERS, conn);
        }
        mine.addAll(asked);
        beginning.addAll(asked);
        return frame.answer(true, topics.isSpot() ? "subscribe" : "", conn);
    }

    private ObjectNode unsubscribe(SocketFrame frame) {
        frame.topics().forEach(topic -> topics.unsubscribe(conn, topic));
        frame.topics().forEach(mine::remove);
        return frame.answer(true, topics.isSpot() ? "unsubscribe" : "", conn);
    }

    @Override
    public void begin() {
        beginning.forEach(topic -> topics.subscribe(conn, topic));
        beginning.clear();
    }

    @Override
    public void closed() {
        mine.forEach(topic -> topics.unsubscribe(conn, topic));
        mine.clear();
    }
}
