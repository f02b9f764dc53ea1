package sluice.app.venue;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Where a venue says its time, and how it says it.
 *
 * @param millis has the milliseconds since 1970 in its first group
 */
public record TimeCheck(String url, Pattern millis) {

    /** What the answer says; empty when it does not say it. */
    public OptionalLong read(String body) {
        var found = millis.matcher(body);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }
}
