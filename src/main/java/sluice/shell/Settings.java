package sluice.shell;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this start of the program was configured. Immutable.
 *
 * @param profile {@code sim}, {@code paper} or {@code live}
 * @param user the operating system's user, for the journal
 * @param yes whether questions are answered before they are asked
 * @param state the directory for history and aliases
 * @param log the file that takes the details of a bug
 * @param feeds the file that takes every change of a feed
 */
public record Settings(String profile, String user, boolean yes, Path state, Path log, Path feeds, Habits habits) {

    private static final String LIVE = "live";

    /**
     * What an operator is used to.
     *
     * @param readyTimeout how long a command waits for its venues, unless told otherwise
     * @param confirmAbove the value in US dollars, or what counts as such, above which an order is asked about; empty
     *     for none
     * @param pager whether a prompt shows what is longer than the screen page by page
     */
    public record Habits(Duration readyTimeout, Optional<BigDecimal> confirmAbove, boolean pager) {

        /** Nothing is asked, and nothing paged. */
        public static Habits plain(Duration readyTimeout) {
            return new Habits(readyTimeout, Optional.empty(), false);
        }
    }

    public boolean isLive() {
        return profile.equals(LIVE);
    }

    public Duration readyTimeout() {
        return habits.readyTimeout;
    }

    /** The value above which an order is asked about: that of every order where orders are real. */
    public Optional<BigDecimal> confirmAbove() {
        return isLive() ? Optional.of(BigDecimal.ZERO) : habits.confirmAbove;
    }

    /** The same desk's, for somebody at another terminal. */
    public Settings of(String other, boolean agreed, Habits own) {
        return new Settings(profile, other, agreed, state, log, feeds, own);
    }
}
