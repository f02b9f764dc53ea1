package sluice.report.orders;

import sluice.engine.DeskEvent;
import sluice.order.OrderEvent;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

/** The stable name of an event, as the journal stores it. */
record EventName() implements DeskEvent.Visitor<String> {

    @Override
    public String order(OrderEvent event) {
        return event.accept(new OfOrder());
    }

    @Override
    public String parent(ParentEvent event) {
        return event.accept(new OfParent());
    }

    @Override
    public String account(AccountEvent event) {
        return event.accept(new OfAccount());
    }

    @Override
    public String started(DeskEvent.Started event) {
        return "desk.started";
    }

    @Override
    public String routed(DeskEvent.Routed event) {
        return "desk.routed";
    }

    @Override
    public String commanded(DeskEvent.Commanded event) {
        return "desk.commanded";
    }

    @Override
    public String tradingChanged(DeskEvent.TradingChanged event) {
        return "desk.tradingChanged";
    }

    @Override
    public String limitChanged(DeskEvent.LimitChanged event) {
        return "desk.limitChanged";
    }

    @Override
    public String judged(DeskEvent.Judged event) {
        return "desk.judged";
    }

    @Override
    public String dayOpened(DeskEvent.DayOpened event) {
        return "desk.dayOpened";
    }

    @Override
    public String alerted(DeskEvent.Alerted event) {
        return "desk.alerted";
    }

    @Override
    public String alertTurned(DeskEvent.AlertTurned event) {
        return "desk.alertTurned";
    }

    @Override
    public String alertAcknowledged(DeskEvent.AlertAcknowledged event) {
        return "desk.alertAcknowledged";
    }

    @Override
    public String noted(DeskEvent.Noted event) {
        return "desk.noted";
    }

    private record OfAccount() implements AccountEvent.Visitor<String> {

        @Override
        public String differed(AccountEvent.Differed event) {
            return "account.differed";
        }

        @Override
        public String agreed(AccountEvent.Agreed event) {
            return "account.agreed";
        }

        @Override
        public String tradedElsewhere(AccountEvent.TradedElsewhere event) {
            return "account.tradedElsewhere";
        }

        @Override
        public String funded(AccountEvent.Funded event) {
            return "account.funded";
        }

        @Override
        public String banned(AccountEvent.Banned event) {
            return "account.banned";
        }

        @Override
        public String deadManTurned(AccountEvent.DeadManTurned event) {
            return "account.deadManTurned";
        }

        @Override
        public String adjusted(AccountEvent.Adjusted event) {
            return "account.adjusted";
        }
    }

    private record OfParent() implements ParentEvent.Visitor<String> {

        @Override
        public String opened(ParentEvent.Opened event) {
            return "parent.opened";
        }

        @Override
        public String cancelAsked(ParentEvent.CancelAsked event) {
            return "parent.cancelAsked";
        }

        @Override
        public String amended(ParentEvent.Amended event) {
            return "parent.amended";
        }

        @Override
        public String ended(ParentEvent.Ended event) {
            return "parent.ended";
        }
    }

    private record OfOrder() implements OrderEvent.Visitor<String> {

        @Override
        public String created(OrderEvent.Created event) {
            return "order.created";
        }

        @Override
        public String sent(OrderEvent.Sent event) {
            return "order.sent";
        }

        @Override
        public String accepted(OrderEvent.Accepted event) {
            return "order.accepted";
        }

        @Override
        public String traded(OrderEvent.Traded event) {
            return "order.traded";
        }

        @Override
        public String provisional(OrderEvent.Provisional event) {
            return "order.provisional";
        }

        @Override
        public String requested(OrderEvent.Requested event) {
            return "order.requested";
        }

        @Override
        public String requestRejected(OrderEvent.RequestRejected event) {
            return "order.requestRejected";
        }

        @Override
        public String replaced(OrderEvent.Replaced event) {
            return "order.replaced";
        }

        @Override
        public String cancelled(OrderEvent.Cancelled event) {
            return "order.cancelled";
        }

        @Override
        public String rejected(OrderEvent.Rejected event) {
            return "order.rejected";
        }

        @Override
        public String inDoubt(OrderEvent.InDoubt event) {
            return "order.inDoubt";
        }

        @Override
        public String settled(OrderEvent.Settled event) {
            return "order.settled";
        }
    }
}
