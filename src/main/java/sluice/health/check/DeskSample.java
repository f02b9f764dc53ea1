package sluice.health.check;

import java.time.Duration;
import java.util.Optional;

/**
 * The desk itself as it was found at a moment. Immutable.
 *
 * @param journalFault why nothing can be journaled; empty while all is well
 * @param journal 99 of 100 of the last commits took no longer; empty without any
 * @param memoryPct of the heap that is in use
 */
public record DeskSample(String journalFault, Optional<Duration> journal, int inbox, double memoryPct) {}
