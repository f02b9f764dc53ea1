package sluice.market;

import java.time.Instant;

/** One moment on both clocks: the wall's, to say when, and the monotonic one, to measure by. Immutable. */
public record Stamp(Instant at, long nanos) {}
