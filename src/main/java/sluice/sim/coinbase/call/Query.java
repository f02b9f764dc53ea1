package sluice.sim.coinbase.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query, of which one may come several times. Unknown ones are nobody's concern. */
public record Query(Map<String, List<String>> values) {

    public static Query of(String text) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            var mark = pair.indexOf('=');
            if (mark > 0 && mark < pair.length() - 1) {
                values.computeIfAbsent(decoded(pair.substring(0, mark)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(mark + 1)));
            }
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("the query is not percent-encoded UTF-8");
        }
    }

    /** Those that are not empty. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    public String must(String name) {
        return text(name).orElseThrow(() -> Refusal.invalid(name + " is required"));
    }

    /** Whether the values asked for, if any, have this one. */
    public boolean admits(String name, String value) {
        var wanted = all(name);
        return wanted.isEmpty() || wanted.contains(value);
    }

    public int limit(int otherwise, int most) {
        try {
            var limit = text("limit").map(Integer::parseInt).orElse(otherwise);
            return limit < 1 ? otherwise : Math.min(limit, most);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("limit is not a number");
        }
    }

    public Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw Refusal.invalid(name + " is not a valid RFC3339 timestamp");
        }
    }
}
