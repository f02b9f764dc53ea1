package sluice.app.venue;

import sluice.market.Clock;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.limit.Backoff;
import sluice.net.limit.Breaker;

/** What every adapter runs on. */
public record Surroundings(
        Transport transport,
        Clock clock,
        SessionDriver.Timer timer,
        Breaker.Settings breaker,
        Backoff.Settings backoff) {}
