package sluice.net.feed;

import java.time.Duration;

/**
 * How often connections may be opened, and frames sent on one. Immutable.
 *
 * @param connections in any {@code window}, for the whole address; ours are within it with room to spare
 * @param framesPerSecond on one connection
 * @param ping a connection on which we sent nothing for so long is sent a probe; zero where the venue pings
 */
public record Rates(int connections, Duration window, int framesPerSecond, Duration ping) {}
