package sluice.sim.server;

import java.time.Duration;

/** One line of a scenario: what to ask of the admin endpoint, and when after the start. Immutable. */
record Cue(Duration after, String path, String body) {}
