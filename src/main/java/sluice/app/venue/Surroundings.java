package sluice.app.venue;

import sluice.net.Ends;
import sluice.net.limit.Backoff;
import sluice.net.limit.Breaker;

/**
 * What every adapter runs on.
 *
 * @param breaker when a venue is left alone
 * @param backoff how soon a broken connection is tried again
 */
public record Surroundings(Ends ends, Breaker.Settings breaker, Backoff.Settings backoff) {}
