package sluice.venue;

import java.time.Instant;

/** A time during which a venue says it will be closed. Immutable. */
public record Maintenance(Instant begins, Instant ends) {}
