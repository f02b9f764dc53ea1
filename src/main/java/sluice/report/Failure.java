package sluice.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import sluice.engine.Answer;
import sluice.engine.Answer.Retry;

/**
 * Why a command did not do what it says. Immutable.
 *
 * @param code stable, upper case
 * @param about further members of {@code detail}, such as the order it is about
 */
public record Failure(String code, String message, Map<String, String> detail, Retry retry, Consumer<Json> about) {

    public Failure {
        detail = Map.copyOf(detail);
    }

    public static Failure of(String code, String message) {
        return new Failure(code, message, Map.of(), Retry.NEVER, out -> {});
    }

    public static Failure of(Answer.Refused refused) {
        return new Failure(refused.code(), refused.message(), refused.detail(), refused.retry(), out -> {});
    }

    public Failure retry(Retry when) {
        return new Failure(code, message, detail, when, about);
    }

    public Failure about(Consumer<Json> members) {
        return new Failure(code, message, detail, retry, members);
    }

    public Failure prefixed(String where) {
        return new Failure(code, where + message, detail, retry, about);
    }

    /** One more member of the detail. */
    public Failure with(String key, Object value) {
        var more = new TreeMap<>(detail);
        more.put(key, value.toString());
        return new Failure(code, message, more, retry, about);
    }

    void json(Json out) {
        out.text("code", code).text("message", message);
        out.object("detail", members -> {
            new TreeMap<>(detail).forEach(members::text);
            about.accept(members);
        });
        out.text(
                "retry",
                switch (retry) {
                    case NEVER -> "never";
                    case AFTER -> "after";
                    case PROBE -> "probe";
                });
    }
}
