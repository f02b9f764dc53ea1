package sluice.venue.coinbase.trade.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.net.text.Fields;

/**
 * The venue's own words for what went wrong. Immutable.
 *
 * @param name one of its reasons, such as {@code INSUFFICIENT_FUND}; empty or a placeholder where it gave none
 */
public record VenueError(String name, String message) {

    public static final VenueError NONE = new VenueError("", "");

    private static final int LONGEST = 200;

    /** Create order: the reason is the first of these that says something. */
    private static final List<String> NAMES = List.of(
            "new_order_failure_reason", "preview_failure_reason", "edit_failure_reason", "failure_reason", "error");

    /** The refusal in a reply that came with success; empty when it refuses nothing. */
    public static Optional<VenueError> refusal(Fields reply) {
        if (!reply.has("success") || Words.flag(reply, "success")) {
            return Optional.empty();
        }
        var edits = reply.find("errors").map(Fields::all).orElse(List.of());
        var inner = reply.find("error_response");
        var places = new ArrayList<>(edits);
        inner.ifPresent(places::add);
        places.add(reply);
        return Optional.of(in(places));
    }

    /** Why one order of a batch was not cancelled; empty when its cancel was accepted. */
    static Optional<VenueError> refusalOfOne(Fields result) {
        return Words.flag(result, "success") ? Optional.empty() : Optional.of(in(List.of(result)));
    }

    private static VenueError in(List<Fields> places) {
        var message = places.stream()
                .map(place -> place.textOrNone("message"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        var name = places.stream()
                .flatMap(place -> NAMES.stream().map(place::textOrNone))
                .filter(text -> !ErrorTable.isPlaceholder(text))
                .findFirst()
                .orElse("");
        return new VenueError(name, message);
    }

    /** Errors: "varies; may be plain text", of which a line is kept; a page of HTML says nothing. */
    public static VenueError of(Optional<Fields> json, String body) {
        if (json.isPresent()) {
            var first = json.get().find("errors").map(Fields::all).orElse(List.of()).stream()
                    .findFirst();
            return first.map(error -> new VenueError(error.textOrNone("id"), error.textOrNone("message")))
                    .orElseGet(() -> new VenueError(
                            json.get().textOrNone("error"), json.get().textOrNone("message")));
        }
        var line = body.strip();
        return line.startsWith("<") || line.length() > LONGEST || line.contains("\n") ? NONE : new VenueError("", line);
    }

    /** Verbatim. */
    public String text() {
        return name.isEmpty() || message.isEmpty() ? name + message : name + ": " + message;
    }
}
