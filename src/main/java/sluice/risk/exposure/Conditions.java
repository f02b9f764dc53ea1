package sluice.risk.exposure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * What holds beside market, positions and money when an order is judged. Immutable.
 *
 * @param state the most severe one that applies to venue, symbol and tag
 * @param restricted why nothing like it may be traded at all; empty where it may
 * @param unknown what could fill at the venue by orders whose fate is unknown, in the currency of limits; empty when
 *     that cannot be told
 */
public record Conditions(
        TradingState state,
        Optional<String> restricted,
        Machine machine,
        Optional<BigDecimal> unknown,
        Opposites opposites,
        Volumes volumes) {

    public static final Conditions CALM = new Conditions(
            TradingState.ACTIVE,
            Optional.empty(),
            Machine.SOUND,
            Optional.of(BigDecimal.ZERO),
            Opposites.NONE,
            Volumes.UNKNOWN);

    /**
     * Whether clock and journal can be relied on.
     *
     * @param clockOffset the venue's clock less ours; empty while it is not measured, and so refusing
     * @param journalFault why nothing can be made durable; empty while all is well
     */
    public record Machine(Optional<Duration> clockOffset, String journalFault) {

        public static final Machine SOUND = new Machine(Optional.of(Duration.ZERO), "");
    }

    /** Our own orders on the other side that this one could meet. */
    public record Opposites(Optional<Own> resting, Optional<Own> taken) {

        public static final Opposites NONE = new Opposites(Optional.empty(), Optional.empty());

        /**
         * One that works at the venue ({@code resting}), or one that took elsewhere a moment ago ({@code taken}): of
         * several the one whose price is the easiest to meet.
         */
        public record Own(String name, String place, Px px) {}
    }

    /** How much of the symbol is traded a day, and how much stands near the mid; empty where nobody knows. */
    public record Volumes(Optional<Qty> daily, Optional<Qty> near) {

        public static final Volumes UNKNOWN = new Volumes(Optional.empty(), Optional.empty());
    }

    public Conditions with(TradingState other) {
        return new Conditions(other, restricted, machine, unknown, opposites, volumes);
    }

    public Conditions with(Opposites other) {
        return new Conditions(state, restricted, machine, unknown, other, volumes);
    }
}
