package sluice.simulation.invariant;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A book as the desk reads it, held against the venue's own. Immutable.
 *
 * @param shown what it is and what stands in it, in words
 * @param goneNanos for how long the venue has not had it so any more; empty where it never had
 */
public record TheirBook(Supplier<String> shown, OptionalLong goneNanos) {}
