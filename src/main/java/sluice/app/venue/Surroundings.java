package sluice.app.venue;

import sluice.net.Ends;
import sluice.net.limit.Recovery;

/** What every adapter runs on. */
public record Surroundings(Ends ends, Recovery recovery) {}
