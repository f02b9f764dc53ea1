package sluice.order.parent;

import java.util.Optional;

/**
 * Who and what asked. Immutable.
 *
 * @param user the operating system's user
 * @param terminal how the command came in, such as {@code prompt}, {@code exec:morning.sluice:7} or {@code attach:4711}
 * @param command the command as it was typed
 * @param batchKey batch, line number and line text of a resumable run, as one key
 */
public record Origin(String user, String terminal, String command, Optional<String> batchKey) {}
