package sluice.sim.replay;

import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;

/** What a recorded list of instruments says of one. Immutable. */
record Terms(String symbol, String base, String quote, Grid grid, Bounds bounds) {}
