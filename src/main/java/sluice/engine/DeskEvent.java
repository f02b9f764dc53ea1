package sluice.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.health.alert.Alarm;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.account.AccountEvent;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.risk.exposure.TradingState;

/** Everything the desk journals. State is the fold of these and of nothing else. */
public sealed interface DeskEvent {

    Stamp at();

    <R> R accept(Visitor<R> visitor);

    /** A fact about a child. */
    record OfOrder(OrderEvent event) implements DeskEvent {

        @Override
        public Stamp at() {
            return event.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.order(event);
        }
    }

    /** A fact about a parent. */
    record OfParent(ParentEvent event) implements DeskEvent {

        @Override
        public Stamp at() {
            return event.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parent(event);
        }
    }

    /** A fact about an account. */
    record OfAccount(AccountEvent event) implements DeskEvent {

        @Override
        public Stamp at() {
            return event.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.account(event);
        }
    }

    /** A desk began to work on this journal; the first one draws the journal's instance tag. */
    record Started(String instanceTag, String version, Stamp at) implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /** How a wave of a parent was split, and why. */
    record Routed(ParentId parentId, List<Leg> legs, List<String> leftOut, Stamp at) implements DeskEvent {

        public Routed {
            legs = List.copyOf(legs);
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.routed(this);
        }
    }

    /**
     * One venue's part of a wave, in the quote it trades in.
     *
     * @param symbol where it is another one of the group than the parent's
     * @param effectivePx expected all in, in quote per base
     * @param costBps the same against the mid
     * @param why what the cost is made of, for people
     */
    record Leg(
            VenueId venue,
            Optional<Symbol> symbol,
            Qty qty,
            Px limit,
            Px effectivePx,
            BigDecimal costBps,
            String why) {}

    /** Who and what asked for a change to orders {@code about} (their ids). */
    record Commanded(Origin origin, List<String> about, Stamp at) implements DeskEvent {

        public Commanded {
            about = List.copyOf(about);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commanded(this);
        }
    }

    /** Trading was halted, reduced, resumed or killed. */
    record TradingChanged(Scope scope, TradingState state, String reason, Origin origin, Stamp at)
            implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tradingChanged(this);
        }
    }

    /**
     * A limit of a scope was set by command, or given back to the configuration.
     *
     * @param value empty where the configuration's own holds again
     */
    record LimitChanged(Scope scope, String key, Optional<BigDecimal> value, Origin origin, Stamp at)
            implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.limitChanged(this);
        }
    }

    /**
     * What risk had to say of an order, beside that it passed.
     *
     * @param parentId of one that went; {@link Alerted#NO_ORDER} for one that was refused and so has no number
     * @param asked the order in words
     * @param findings code, limit, value and sentence of every check that spoke
     */
    record Judged(ParentId parentId, boolean passed, String asked, List<String> findings, Origin origin, Stamp at)
            implements DeskEvent {

        public Judged {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.judged(this);
        }
    }

    /** A UTC day began, and its loss is counted from this profit on, in the currency of limits. */
    record DayOpened(String day, BigDecimal profit, Stamp at) implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dayOpened(this);
        }
    }

    /** Journal and venue were found to differ, or an invariant of the market's world did not hold. */
    record Alerted(String kind, String text, ParentId parentId, Stamp at) implements DeskEvent {

        /** The parent of an alert about no order. */
        public static final ParentId NO_ORDER = new ParentId(0);

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alerted(this);
        }
    }

    /**
     * An alert began to stand, or what it is about is over; by this its number outlives the desk that gave it.
     *
     * @param over whether it is over; else it stands, perhaps again
     */
    record AlertTurned(long alert, Alarm alarm, boolean over, Stamp at) implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alertTurned(this);
        }
    }

    /** An operator knows of an alert, so that it is told no more. */
    record AlertAcknowledged(long alert, Origin origin, Stamp at) implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alertAcknowledged(this);
        }
    }

    record Noted(String text, Origin origin, Stamp at) implements DeskEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noted(this);
        }
    }

    /** What is done with each kind of event. */
    interface Visitor<R> {

        R order(OrderEvent event);

        R parent(ParentEvent event);

        R account(AccountEvent event);

        R started(Started event);

        R routed(Routed event);

        R commanded(Commanded event);

        R tradingChanged(TradingChanged event);

        R limitChanged(LimitChanged event);

        R judged(Judged event);

        R dayOpened(DayOpened event);

        R alerted(Alerted event);

        R alertTurned(AlertTurned event);

        R alertAcknowledged(AlertAcknowledged event);

        R noted(Noted event);
    }
}
