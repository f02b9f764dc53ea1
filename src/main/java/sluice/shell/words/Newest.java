package sluice.shell.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import sluice.shell.UnusableInputException;

/**
 * {@code --last N} of a history, looked for from its end: what is older is not even read, since most of a long history
 * has to be unpacked for that.
 */
public final class Newest {

    private static final int SHOWN = 50;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "The newest N, 0 for all; without it 50 of them as text and all as JSON.")
    private Optional<Integer> last = Optional.empty();

    /**
     * What is shown of a history, oldest first. Immutable.
     *
     * @param isCut whether there are earlier ones
     */
    public record Part<T>(List<T> shown, boolean isCut) {

        public Part {
            shown = List.copyOf(shown);
        }

        /** What people are told of the others. */
        public Optional<String> notice() {
            return isCut
                    ? Optional.of("Earlier ones are left out: --last N shows that many, --last 0 all.")
                    : Optional.empty();
        }
    }

    public void check() {
        if (last.filter(count -> count < 0).isPresent()) {
            throw new UnusableInputException("--last must be 0 or more");
        }
    }

    public <T> Part<T> of(List<T> all, Predicate<T> wanted, boolean isJson) {
        int most = last.orElse(isJson ? 0 : SHOWN);
        var found = new ArrayList<T>();
        for (int i = all.size() - 1; i >= 0 && (most == 0 || found.size() <= most); i--) {
            var one = all.get(i);
            if (wanted.test(one)) {
                found.add(one);
            }
        }
        boolean isCut = most > 0 && found.size() > most;
        var shown = isCut ? found.subList(0, most) : found;
        Collections.reverse(shown);
        return new Part<>(shown, isCut);
    }
}
