package sluice.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** What a desk lists beside what the venue knows, to the last digit. */
final class Truth {

    private static final Set<String> SETTLED =
            Set.of("SUBMITTED", "PARTIALLY_FILLED", "FILLED", "CANCELLED", "REJECTED");

    private Truth() {}

    /** In words, of one venue; empty for none. */
    static String difference(String venue, JsonNode parents, JsonNode fills, Simulator simulator) {
        var found = new TreeSet<String>();
        compare(orders(venue, parents, found), theirOrders(simulator.orders(venue), clOrdIds(parents)), found);
        compare(fills(venue, fills), fills(venue, simulator.get("/venues/" + venue + "/fills")), found);
        return String.join("; ", found);
    }

    private static void compare(TreeMap<String, String> ours, TreeMap<String, String> theirs, Set<String> found) {
        ours.forEach((id, text) -> {
            if (!text.equals(theirs.get(id))) {
                found.add("the desk has " + id + " " + text + ", the venue " + theirs.get(id));
            }
        });
        theirs.forEach((id, text) -> {
            if (!ours.containsKey(id)) {
                found.add("the venue alone has " + id + " " + text);
            }
        });
    }

    /** By the venue's number of each; what the venue never gave one must have ended with nothing done. */
    private static TreeMap<String, String> orders(String venue, JsonNode parents, Set<String> found) {
        var orders = new TreeMap<String, String>();
        for (var parent : parents) {
            for (var child : parent.path("children")) {
                if (!child.path("venue").asText().equals(venue)) {
                    continue;
                }
                var state = child.path("state").asText();
                if (child.path("inDoubt").asBoolean() || !SETTLED.contains(state)) {
                    found.add(child.path("childId").asText() + " is " + state + ", perhaps");
                } else if (!child.path("orderId").isNull()) {
                    orders.put(child.path("orderId").asText(), order(child, state, parent.path("side")));
                } else if (!Set.of("CANCELLED", "REJECTED").contains(state)
                        || plain(child, "cumQty").signum() != 0) {
                    found.add(child + " is not at the venue");
                }
            }
        }
        return orders;
    }

    private static Set<String> clOrdIds(JsonNode parents) {
        var ids = new TreeSet<String>();
        parents.forEach(parent -> parent.path("children")
                .forEach(child -> ids.add(child.path("clOrdId").asText())));
        return ids;
    }

    /** What was cancelled for another to take its place is that other one with the desk, under the next id of a row. */
    private static boolean isReplaced(JsonNode order, Set<String> ours) {
        var id = order.path("clOrdId").asText();
        var row = id.replaceFirst("^(sl-[^-]+-[0-9]+).*", "$1") + "-";
        return order.path("state").asText().equals("CANCELLED")
                && !ours.contains(id)
                && ours.stream().anyMatch(later -> later.startsWith(row));
    }

    private static TreeMap<String, String> theirOrders(JsonNode list, Set<String> ours) {
        var orders = new TreeMap<String, String>();
        for (var order : list) {
            var state = order.path("state").asText();
            if (!state.equals("REJECTED") && !isReplaced(order, ours)) {
                orders.put(order.path("orderId").asText(), order(order, state, order.path("side")));
            }
        }
        return orders;
    }

    private static String order(JsonNode order, String state, JsonNode side) {
        return side.asText() + " " + plain(order, "orderQty") + " at "
                + order.path("px").asText() + " " + state + " filled " + plain(order, "cumQty");
    }

    private static TreeMap<String, String> fills(String venue, JsonNode list) {
        var fills = new TreeMap<String, String>();
        StreamSupport.stream(list.spliterator(), false)
                .filter(fill -> fill.path("venue").asText(venue).equals(venue))
                .forEach(fill -> fills.merge(
                        fill.path("execId").asText() + " "
                                + fill.path("symbol").asText().replace("-", ""),
                        "of " + fill.path("orderId").asText() + " "
                                + fill.path("side").asText() + " "
                                + plain(fill, "lastQty") + " at " + plain(fill, "lastPx") + " fee " + plain(fill, "fee")
                                + " " + fill.path("feeAsset").asText() + " "
                                + fill.path("liquidity").asText(),
                        (first, again) -> first + " and again " + again));
        return fills;
    }

    private static BigDecimal plain(JsonNode node, String name) {
        var text = node.path(name).asText();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text).stripTrailingZeros();
    }
}
