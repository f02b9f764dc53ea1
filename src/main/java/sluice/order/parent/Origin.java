package sluice.order.parent;

import java.util.Optional;

/**
 * Who and what asked. Immutable.
 *
 * @param user the operating system's user
 * @param terminal how the command came in, such as {@code prompt}, {@code exec:morning.sluice:7} or {@code attach:4711}
 * @param command the command as it was typed
 * @param batchKey {@code batch:line:text} of a resumable run, the text hashed; the same key is the same parent
 */
public record Origin(String user, String terminal, String command, Optional<String> batchKey) {

    public Origin {
        batchKey.ifPresent(Origin::check);
    }

    /** Batch and line number of the key, without the line's text. */
    public Optional<String> batchLine() {
        return batchKey.map(Origin::line);
    }

    /** Batch and line number of any such key. */
    public static String line(String batchKey) {
        return batchKey.substring(0, batchKey.lastIndexOf(':'));
    }

    private static void check(String key) {
        if (key.indexOf(':') == key.lastIndexOf(':')) {
            throw new IllegalArgumentException("a batch key is batch:line:text, not " + key);
        }
    }
}
