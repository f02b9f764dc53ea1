package sluice.engine.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sluice.engine.quality.Past;
import sluice.health.alert.Notice;
import sluice.health.check.Limits;

/**
 * What the desk's health is told by, and told to, beside the desk itself. Immutable.
 *
 * @param past the journal as it may be read beside the desk
 * @param commits 99 of 100 of the last commits took no longer
 * @param sink takes each notice once, on a thread that may not be held up
 */
public record Surroundings(Past past, Limits limits, Supplier<Optional<Duration>> commits, Consumer<Notice> sink) {

    /** Where nothing but the desk is to be had. */
    public static final Surroundings NONE = new Surroundings(Past.NONE, Limits.USUAL, Optional::empty, notice -> {});
}
