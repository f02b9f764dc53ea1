package sluice.engine.state;

import java.util.Collection;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.view.AlertsView;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

/**
 * The fold of every journaled event: the same events always give the same state.
 *
 * <p>Confined to the desk thread. Nothing here judges; what an event means for others is decided before it is recorded.
 */
public final class State {

    /** What is over is soon asked for, and may have news yet, so the last so many stay as they are. */
    private static final int REST = 256;

    private final Fold fold = new Fold();
    private final Orders orders;
    private final Unsettled unsettled = new Unsettled();
    private final Trading trading = new Trading();
    private final Accounts accounts = new Accounts();
    private final AlertLog alerts = new AlertLog();
    private final Lines lines = new Lines();
    private final LimitBook limits = new LimitBook();
    private Optional<Picture.Day> day = Optional.empty();
    private String instanceTag = "";
    private long seq;

    public State() {
        this(REST);
    }

    /** Packs each parent once so many others were over later; that changes nothing but what it takes. */
    public State(int rest) {
        orders = new Orders(rest);
    }

    /** Takes in the next event; {@code number} is its place in the journal. */
    public void apply(long number, DeskEvent event) {
        seq = number;
        event.accept(fold);
    }

    /** Passes over an event that changes nothing. */
    public void pass(long number) {
        seq = number;
    }

    /** Takes the state apart, whole. */
    public Picture picture() {
        var halts = new Picture.Halts(trading.states(), trading.reasons(), limits.set(), day);
        return new Picture(
                seq,
                instanceTag,
                orders.picture(unsettled.ids()),
                halts,
                alerts.view(),
                accounts.picture(),
                lines.all());
    }

    /** Puts an empty state together from one that was taken apart. */
    public void restore(Picture picture) {
        seq = picture.seq();
        instanceTag = picture.instanceTag();
        orders.restore(picture.orders());
        unsettled.restore(picture.orders().unsettled());
        trading.restore(picture.halts());
        limits.restore(picture.halts().limits());
        day = picture.halts().day();
        alerts.restore(picture.alerts());
        accounts.restore(picture.accounts());
        lines.restore(picture.lines());
    }

    /** After a replay: puts what was learned before on the monotonic clock of now. */
    public void restamp(Stamp now) {
        orders.restamp(now);
    }

    public long seq() {
        return seq;
    }

    /** What makes our order ids unlike those of any other journal; empty before the first start. */
    public String instanceTag() {
        return instanceTag;
    }

    public Orders orders() {
        return orders;
    }

    /** Orders of which the journal does not say yet what settled the doubt about them. */
    public Collection<ChildId> unsettled() {
        return unsettled.ids();
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Lines of batches that were noted as done. */
    public Lines lines() {
        return lines;
    }

    public Trading trading() {
        return trading;
    }

    public LimitBook limits() {
        return limits;
    }

    /** The UTC day whose loss is counted, and what it began with. */
    public Optional<Picture.Day> day() {
        return day;
    }

    public AlertsView alerts() {
        return alerts.view();
    }

    public ParentId nextParent() {
        return orders.nextParent();
    }

    public ChildId nextChild() {
        return orders.nextChild();
    }

    /** What each event changes; true when it changes anything. */
    private final class Fold implements DeskEvent.Visitor<Boolean> {

        @Override
        public Boolean order(OrderEvent event) {
            orders.apply(event);
            unsettled.apply(event);
            return true;
        }

        @Override
        public Boolean parent(ParentEvent event) {
            orders.apply(event);
            return true;
        }

        @Override
        public Boolean account(AccountEvent event) {
            accounts.apply(seq, event);
            return true;
        }

        @Override
        public Boolean started(DeskEvent.Started event) {
            instanceTag = event.instanceTag();
            return true;
        }

        @Override
        public Boolean tradingChanged(DeskEvent.TradingChanged event) {
            trading.apply(event);
            return true;
        }

        @Override
        public Boolean limitChanged(DeskEvent.LimitChanged event) {
            limits.apply(event);
            return true;
        }

        @Override
        public Boolean judged(DeskEvent.Judged event) {
            return false;
        }

        @Override
        public Boolean dayOpened(DeskEvent.DayOpened event) {
            day = Optional.of(new Picture.Day(event.day(), event.profit()));
            return true;
        }

        @Override
        public Boolean alerted(DeskEvent.Alerted event) {
            return alerts.apply(seq, event);
        }

        @Override
        public Boolean alertTurned(DeskEvent.AlertTurned event) {
            return alerts.apply(event);
        }

        @Override
        public Boolean alertAcknowledged(DeskEvent.AlertAcknowledged event) {
            return alerts.apply(event);
        }

        @Override
        public Boolean routed(DeskEvent.Routed event) {
            return false;
        }

        @Override
        public Boolean commanded(DeskEvent.Commanded event) {
            return false;
        }

        @Override
        public Boolean noted(DeskEvent.Noted event) {
            return lines.apply(event, nextParent());
        }
    }
}
