package sluice.net;

import sluice.market.Clock;

/** What a venue runs on. */
public record Ends(Transport transport, Clock clock, SessionDriver.Timer timer) {}
