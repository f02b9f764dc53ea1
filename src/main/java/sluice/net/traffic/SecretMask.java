package sluice.net.traffic;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: those it is told, and whatever looks like one. Immutable.
 *
 * <ol>
 *   <li>A known secret goes wherever it stands.
 *   <li>So does the value of a field or parameter named for a secret, in JSON, in a query or in a form.
 *   <li>So does a signed token (JWT), and a path segment that can only be a key.
 * </ol>
 */
public final class SecretMask implements UnaryOperator<String> {

    private static final String MASK = "***";
    private static final String NAMES =
            "(?:signature|sign|api_?key|api_?secret|secret|token|jwt|listen_?key|passphrase)";
    private static final Pattern FIELD =
            Pattern.compile("(\"" + NAMES + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("((?:^|[?&])" + NAMES + "=)[^&\\s\"#]*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]++\\.[\\w-]++\\.[\\w-]*+");
    private static final Pattern SEGMENT = Pattern.compile("(?<=[/=])\\w{48,}+(?=$|[/?&#])");

    private final List<String> known;

    /** @param known keys and secrets in use; empty ones are left out */
    public SecretMask(Collection<String> known) {
        this.known = known.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    @Override
    public String apply(String text) {
        var masked = text;
        for (var secret : known) {
            masked = masked.replace(secret, MASK);
        }
        masked = FIELD.matcher(masked).replaceAll("$1" + MASK);
        masked = PARAMETER.matcher(masked).replaceAll("$1" + MASK);
        masked = TOKEN.matcher(masked).replaceAll(MASK);
        return SEGMENT.matcher(masked).replaceAll(MASK);
    }

    @Override
    public String toString() {
        return "SecretMask[" + known.size() + " known]";
    }
}
