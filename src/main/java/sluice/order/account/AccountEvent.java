package sluice.order.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.ParentId;

/** A fact about our account at a venue that is no fact about one of our orders. */
public sealed interface AccountEvent {

    VenueId venue();

    Stamp at();

    <R> R accept(Visitor<R> visitor);

    /**
     * Journal and venue differ, from now until {@link Agreed} under the same key.
     *
     * @param key what differs, the same each time it is seen
     * @param row the case of the reconciliation matrix
     * @param parentId the order it is about, or number 0
     */
    record Differed(VenueId venue, String key, int row, String text, ParentId parentId, Stamp at)
            implements AccountEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.differed(this);
        }
    }

    /** They differ no more in that, or an operator has taken it as it is; {@code how} says which and why. */
    record Agreed(VenueId venue, String key, String how, Stamp at) implements AccountEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.agreed(this);
        }
    }

    /**
     * An execution of no order of this journal.
     *
     * @param owner whose the venue's ids make it, or what the venue did to a position, as {@link TradeCause} names it
     */
    record TradedElsewhere(
            VenueId venue, String owner, OrderId orderId, Symbol symbol, Side side, Execution execution, Stamp at)
            implements AccountEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tradedElsewhere(this);
        }

        public TradeCause cause() {
            return TradeCause.of(owner);
        }

        /** The same for the same execution, however often it is told. */
        public String key() {
            return venue + "/" + symbol + "/" + orderId + "/" + side + "/" + execution.execId();
        }
    }

    /**
     * What the account holds beyond what fills add up to, from now on by so much more.
     *
     * @param cause OPENING for what was there when the journal first saw the account, else the approved cause
     * @param amounts by asset, or by symbol for a perpetual's position
     */
    record Adjusted(VenueId venue, String cause, List<Money> amounts, String reason, Stamp at) implements AccountEvent {

        public static final String OPENING = "OPENING";

        public Adjusted {
            amounts = List.copyOf(amounts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adjusted(this);
        }
    }

    /**
     * Funding was settled with a perpetual position of ours.
     *
     * @param paid by us; negative when we were paid
     * @param settledAt by the venue's clock
     */
    record Funded(VenueId venue, Symbol symbol, ExecId execId, Money paid, Instant settledAt, Stamp at)
            implements AccountEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.funded(this);
        }

        /** The same for the same settlement, however often it is told. */
        public String key() {
            return "funding " + venue + "/" + symbol + "/" + execId;
        }
    }

    /**
     * The venue will not hear of us for a while, be it a ban or a pause that it asked for, which a restart must not
     * forget.
     *
     * @param until on our wall clock
     */
    record Banned(VenueId venue, Instant until, Stamp at) implements AccountEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.banned(this);
        }

        /** What is left of it; never more than there was, should the wall clock have been set back meanwhile. */
        public Optional<Duration> left(Instant now) {
            var whole = Duration.between(at.at(), until);
            var left = Duration.between(now, until);
            return Optional.of(left.compareTo(whole) > 0 ? whole : left)
                    .filter(rest -> !rest.isNegative() && !rest.isZero());
        }
    }

    /**
     * The venue's dead-man switch was armed, or is armed no more; {@code why} says for how long a silence or why not.
     * It binds nothing: a switch stands as the venue last said, and a new desk begins without one.
     */
    record DeadManTurned(VenueId venue, boolean armed, String why, Stamp at) implements AccountEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deadManTurned(this);
        }
    }

    /** What is done with each kind of fact. */
    interface Visitor<R> {

        R differed(Differed event);

        R agreed(Agreed event);

        R tradedElsewhere(TradedElsewhere event);

        R adjusted(Adjusted event);

        R funded(Funded event);

        R banned(Banned event);

        R deadManTurned(DeadManTurned event);
    }
}
