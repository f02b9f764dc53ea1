package sluice.simulation.invariant;

import java.util.OptionalLong;

/**
 * A book as the desk reads it, held against the venue's own. Immutable.
 *
 * @param goneNanos for how long the venue has not had it so any more; empty where it never had
 */
public record TheirBook(String name, String shown, OptionalLong goneNanos) {}
