package sluice.net.orders;

import java.time.Duration;
import java.time.Instant;
import sluice.net.limit.Cost;
import sluice.net.text.UnableToReadException;

/**
 * What of a venue's private socket is its own: how it is greeted, how it reads, and how it is kept alive. Pure, but for
 * what it keeps of one link.
 */
public interface PrivateDialect<E> {

    /** For a new link: the same where nothing is kept of what a link said. */
    default PrivateDialect<E> fresh() {
        return this;
    }

    String url();

    /** The first frame on a new link. */
    String greeting(Instant venueNow);

    /** Reads a frame; throws {@link UnableToReadException} for one that the venue's page does not allow. */
    PrivateFrame<E> read(String frame);

    /** A frame that the venue answers. */
    String ping(long id);

    Pace pace();

    /** What opening and greeting cost of the venue's limits. */
    default Cost opening() {
        return Cost.weight(0);
    }

    /**
     * How a link is kept.
     *
     * @param pingAfter this long after a silence began, or after the last ping where the venue must hear them always
     * @param always whether the venue cuts a link on which the client does not ping
     * @param dead a link that says nothing for so long is given up
     * @param life a link is replaced at this age
     */
    record Pace(Duration pingAfter, boolean always, Duration dead, Duration life) {}
}
