package sluice.sim.front;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP request exactly as it came: the query and body are the bytes that were signed. Immutable. */
public record Ask(String method, String path, String query, Map<String, String> headers, String body) {

    public Ask {
        var lower = new HashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableMap(lower);
    }

    /** A request line's target, taken apart. */
    public static Ask to(String method, String target, Map<String, String> headers, String body) {
        var mark = target.indexOf('?');
        return mark < 0
                ? new Ask(method, target, "", headers, body)
                : new Ask(method, target.substring(0, mark), target.substring(mark + 1), headers, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
