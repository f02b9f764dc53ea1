package sluice.app.venue;

import java.nio.file.Path;
import java.util.List;

/** Where a venue's API key and secret come from; never the configuration itself. */
public sealed interface KeySource {

    /** Nowhere: market data only. */
    record None() implements KeySource {}

    /** Two variables of the environment. */
    record Environment(String key, String secret) implements KeySource {}

    /** A file only its owner can read: the key on its first line, the secret on the others. */
    record OwnerFile(Path path) implements KeySource {}

    /** A command that prints the same two lines, such as a password manager's. */
    record Command(List<String> words) implements KeySource {

        public Command {
            words = List.copyOf(words);
        }
    }
}
