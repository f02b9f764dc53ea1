package sluice.shell;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How this start of the program was configured. Immutable.
 *
 * @param profile {@code sim}, {@code paper} or {@code live}
 * @param user the operating system's user, for the journal
 * @param yes whether questions are answered before they are asked
 * @param state the directory for history and aliases
 * @param log the file that takes the details of a bug
 * @param feeds the file that takes every change of a feed
 * @param readyTimeout how long a command waits for its venues, unless told otherwise
 */
public record Settings(
        String profile, String user, boolean yes, Path state, Path log, Path feeds, Duration readyTimeout) {}
