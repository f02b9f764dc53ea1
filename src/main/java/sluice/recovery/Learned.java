package sluice.recovery;

import sluice.market.Mark;
import sluice.market.Stamp;

/** The moment at which the desk learns what a report proves, and the market then. Immutable. */
public record Learned(Stamp at, Mark mark) {}
