package sluice.net.gate;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.venue.Manifest.ErrorRule;
import sluice.venue.Manifest.Proves;

/** A venue's errors by their codes, and what each means for the request that it answers. Immutable. */
public final class ErrorRules {

    private final Map<String, ErrorRule> byCode = new LinkedHashMap<>();

    /** The first rule for a code counts. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public ErrorRules(Stream<ErrorRule>... rules) {
        Arrays.stream(rules).flatMap(part -> part).forEach(rule -> byCode.putIfAbsent(rule.code(), rule));
    }

    /** Rules that differ in nothing but the code. */
    public static Stream<ErrorRule> of(Proves proves, Reason reason, String... codes) {
        return Arrays.stream(codes).map(code -> new ErrorRule(code, proves, reason));
    }

    /** In the order they were written. */
    public List<ErrorRule> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<ErrorRule> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The rule for a code that there certainly is one for. */
    public ErrorRule get(String code) {
        return find(code).orElseThrow(() -> new AssertionError(code));
    }

    /** What a failed request means under this rule, with the venue's text kept verbatim. */
    public static Ruling rule(ErrorRule rule, String text, Optional<Duration> retryAfter) {
        var closure = new Closure(rule.reason(), text);
        return switch (rule.proves()) {
            case REJECTED -> new Ruling.DefiniteReject(closure);
            case NOT_EXECUTED -> new Ruling.NotExecuted(closure, retryAfter);
            case NOTHING -> new Ruling.Unknown(text);
            case ALREADY_DONE, ARRIVED -> new Ruling.AlreadyDone(closure);
        };
    }
}
