package sluice.sim.coinbase.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sluice.sim.front.Json;

/** Coinbase's no to an order it has read: it answers 200, with {@code success} false and a reason. */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PLACEHOLDER = "UNKNOWN_FAILURE_REASON";
    private static final String NO_PREVIEW = "UNKNOWN_PREVIEW_FAILURE_REASON";
    private static final String PREVIEW = "PREVIEW_";

    private final String reason;

    /** @param reason as the venue spells it; one that begins with PREVIEW_ was found before the matching */
    public Rejection(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /** What a preview of the order calls it. */
    public String previewed() {
        return reason.startsWith(PREVIEW) ? reason : PREVIEW + reason;
    }

    public ObjectNode json(JsonNode configuration) {
        var isPreview = reason.startsWith(PREVIEW);
        var json = Json.object()
                .put("success", false)
                .put("failure_reason", PLACEHOLDER)
                .put("order_id", "");
        json.putObject("error_response")
                .put("error", isPreview ? reason.substring(PREVIEW.length()) : reason)
                .put("message", getMessage())
                .put("error_details", "")
                .put("preview_failure_reason", isPreview ? reason : NO_PREVIEW)
                .put("new_order_failure_reason", isPreview ? PLACEHOLDER : reason);
        return json.set("order_configuration", configuration);
    }
}
