package sluice.venue.bybit.market.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sluice.venue.bybit.names.Category;

/**
 * Requests on a public socket, cut to what the venue takes.
 *
 * <p>Connect, "Public channel - Args limits": "Spot can input up to 10 args for each subscription request sent to one
 * connection", and "args" of one connection may have "a length up to 21,000 characters".
 */
public final class Subscriptions {

    /** Of all topics of one connection together; a thousand below, since what is counted besides them is not said. */
    public static final int LONGEST_ARGS = 20_000;

    private static final int SPOT_ARGS = 10;

    /** The others have no limit but the characters; a refusal names no topic, so requests are kept short. */
    private static final int OTHER_ARGS = 50;

    private Subscriptions() {}

    /** The topics in as many requests as they need. */
    public static List<List<String>> batches(Category category, List<String> topics) {
        int most = category == Category.SPOT ? SPOT_ARGS : OTHER_ARGS;
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < topics.size(); from += most) {
            batches.add(List.copyOf(topics.subList(from, Math.min(from + most, topics.size()))));
        }
        return batches;
    }

    public static String subscribe(String requestId, List<String> topics) {
        return request("subscribe", requestId, topics);
    }

    public static String unsubscribe(String requestId, List<String> topics) {
        return request("unsubscribe", requestId, topics);
    }

    public static String ping(String requestId) {
        return request("ping", requestId).toString();
    }

    private static String request(String op, String requestId, List<String> topics) {
        var request = request(op, requestId);
        topics.forEach(request.putArray("args")::add);
        return request.toString();
    }

    private static ObjectNode request(String op, String requestId) {
        return JsonNodeFactory.instance.objectNode().put("req_id", requestId).put("op", op);
    }
}
