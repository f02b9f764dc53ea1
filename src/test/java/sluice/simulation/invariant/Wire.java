package sluice.simulation.invariant;

import java.util.Optional;
import java.util.regex.Pattern;
import sluice.net.HttpCall;
import sluice.order.ChildId;

/** What a watcher reads off the wire, without the adapter's help. */
final class Wire {

    private static final Pattern OURS = Pattern.compile("sl-[a-z0-9]+-(\\d+)(?:-\\d+)?");

    private Wire() {}

    /** The id under which the request would have something new work. */
    static Optional<String> newOrder(HttpCall call) {
        return call.url().contains("/api/v3/order") && !call.method().equals("GET")
                ? parameter(call, "newClientOrderId")
                : Optional.empty();
    }

    static Optional<String> parameter(HttpCall call, String name) {
        var text = call.body().isEmpty() ? call.url().replaceFirst("^[^?]*\\??", "") : call.body();
        for (var pair : text.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The child whose order goes under the id. */
    static ChildId child(String clOrdId) {
        var id = OURS.matcher(clOrdId);
        if (!id.matches()) {
            throw new IllegalArgumentException(clOrdId + " is not an id of ours");
        }
        return new ChildId(Long.parseLong(id.group(1)));
    }
}
