package sluice.venue.binance.trade.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import sluice.net.hmac.Signer;

/**
 * Parameters in the order they were put, percent-encoded, so that what is signed is what is sent.
 *
 * <p>Binance, request security: "payloads must be percent-encoded before computing signatures".
 */
public final class Form {

    private final StringBuilder text = new StringBuilder(320);

    public Form put(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(name).append('=');
        if (isPlain(value)) {
            text.append(value);
        } else {
            text.append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return this;
    }

    public Form put(String name, long value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(name).append('=').append(value);
        return this;
    }

    /** The whole, with its signature at the end. */
    public String signed(Signer signer) {
        var signature = signer.sign(text.toString());
        return text.append("&signature=").append(signature).toString();
    }

    public String unsigned() {
        return text.toString();
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var isWord = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!isWord && c != '-' && c != '_' && c != '.' && c != '~') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Form[hidden]";
    }
}
