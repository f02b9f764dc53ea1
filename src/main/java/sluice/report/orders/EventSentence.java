package sluice.report.orders;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import sluice.engine.DeskEvent;
import sluice.health.alert.Alert;
import sluice.market.Money;
import sluice.order.OrderEvent;
import sluice.order.Terms;
import sluice.order.account.AccountEvent;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;

/** What an event says, for a column of a timeline. */
record EventSentence() implements DeskEvent.Visitor<String> {

    @Override
    public String order(OrderEvent event) {
        return event.childId() + " " + event.accept(new OfOrder());
    }

    @Override
    public String parent(ParentEvent event) {
        return event.accept(new OfParent());
    }

    @Override
    public String account(AccountEvent event) {
        return event.venue() + ": " + event.accept(new OfAccount());
    }

    @Override
    public String started(DeskEvent.Started event) {
        return "version " + event.version();
    }

    @Override
    public String routed(DeskEvent.Routed event) {
        var legs = event.legs().stream()
                .map(leg -> leg.qty() + " to " + leg.venue()
                        + leg.symbol().map(symbol -> " in " + symbol).orElse("") + " at " + leg.limit())
                .collect(Collectors.joining(", "));
        return event.leftOut().isEmpty() ? legs : legs + "; left out: " + String.join(", ", event.leftOut());
    }

    @Override
    public String commanded(DeskEvent.Commanded event) {
        return origin(event.origin());
    }

    @Override
    public String tradingChanged(DeskEvent.TradingChanged event) {
        return event.scope() + " " + event.state() + ": " + event.reason();
    }

    @Override
    public String limitChanged(DeskEvent.LimitChanged event) {
        return event.key() + " of " + event.scope() + " is "
                + event.value().map(BigDecimal::toPlainString).orElse("the configuration's own");
    }

    @Override
    public String judged(DeskEvent.Judged event) {
        return (event.passed() ? "passed: " : "refused: ") + event.asked() + ": " + String.join("; ", event.findings());
    }

    @Override
    public String dayOpened(DeskEvent.DayOpened event) {
        return event.day() + " begins at a profit of " + event.profit().toPlainString();
    }

    @Override
    public String alerted(DeskEvent.Alerted event) {
        return event.kind() + ": " + event.text();
    }

    @Override
    public String alertTurned(DeskEvent.AlertTurned event) {
        return Alert.name(event.alert())
                + (event.over() ? " over: " : " raised: ")
                + event.alarm().text();
    }

    @Override
    public String alertAcknowledged(DeskEvent.AlertAcknowledged event) {
        return Alert.name(event.alert()) + " acknowledged by " + origin(event.origin());
    }

    @Override
    public String noted(DeskEvent.Noted event) {
        return event.text();
    }

    private static String origin(Origin origin) {
        return origin.user() + " at " + origin.terminal() + ": " + origin.command();
    }

    private static String terms(Terms terms) {
        var limit = terms.px().map(px -> " at " + px).orElse(" at the market");
        return terms.side() + " " + terms.orderQty() + " " + terms.symbol() + limit + " " + terms.tif();
    }

    private record OfAccount() implements AccountEvent.Visitor<String> {

        @Override
        public String differed(AccountEvent.Differed event) {
            return event.text();
        }

        @Override
        public String agreed(AccountEvent.Agreed event) {
            return event.key() + " settled: " + event.how();
        }

        @Override
        public String tradedElsewhere(AccountEvent.TradedElsewhere event) {
            var execution = event.execution();
            return event.owner() + " " + event.side() + " " + execution.lastQty() + " " + event.symbol() + " at "
                    + execution.lastPx() + " by " + event.orderId();
        }

        @Override
        public String funded(AccountEvent.Funded event) {
            var isPaid = event.paid().amount().signum() >= 0;
            return "funding of " + event.symbol() + (isPaid ? ": paid " : ": received ")
                    + event.paid().amount().abs().toPlainString() + " "
                    + event.paid().asset();
        }

        @Override
        public String banned(AccountEvent.Banned event) {
            return event.venue() + " will not hear of us until " + event.until().truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public String deadManTurned(AccountEvent.DeadManTurned event) {
            return "dead man's switch at " + event.venue() + (event.armed() ? " armed: " : " not armed: ")
                    + event.why();
        }

        @Override
        public String adjusted(AccountEvent.Adjusted event) {
            return event.cause() + " "
                    + event.amounts().stream().map(Money::toString).collect(Collectors.joining(", ")) + ": "
                    + event.reason();
        }
    }

    private record OfParent() implements ParentEvent.Visitor<String> {

        @Override
        public String opened(ParentEvent.Opened event) {
            return terms(event.terms()) + ", asked by " + origin(event.origin());
        }

        @Override
        public String cancelAsked(ParentEvent.CancelAsked event) {
            return "the rest is to be cancelled";
        }

        @Override
        public String amended(ParentEvent.Amended event) {
            return terms(event.terms());
        }

        @Override
        public String ended(ParentEvent.Ended event) {
            return event.closure().toString();
        }
    }

    private record OfOrder() implements OrderEvent.Visitor<String> {

        @Override
        public String created(OrderEvent.Created event) {
            return terms(event.terms()) + " on " + event.ids().venue() + " as "
                    + event.ids().clOrdId();
        }

        @Override
        public String sent(OrderEvent.Sent event) {
            return event.request() + " left";
        }

        @Override
        public String accepted(OrderEvent.Accepted event) {
            return "is " + event.orderId() + " at the venue";
        }

        @Override
        public String traded(OrderEvent.Traded event) {
            var execution = event.execution();
            return execution.lastQty() + " at " + execution.lastPx() + ", fee " + execution.fee() + ", "
                    + execution.liquidity() + ", " + execution.execId();
        }

        @Override
        public String provisional(OrderEvent.Provisional event) {
            var execution = event.execution();
            if (execution.lastQty().isZero()) {
                return "nothing stands in for fills any more: " + event.evidence();
            }
            return execution.lastQty() + " at " + execution.lastPx() + " stand in for fills that are not listed yet: "
                    + event.evidence();
        }

        @Override
        public String requested(OrderEvent.Requested event) {
            return event.request().name()
                    + event.request().asked().map(terms -> ": " + terms(terms)).orElse("");
        }

        @Override
        public String requestRejected(OrderEvent.RequestRejected event) {
            return "request turned down: " + event.closure();
        }

        @Override
        public String replaced(OrderEvent.Replaced event) {
            return "now " + terms(event.terms()) + " as " + event.clOrdId();
        }

        @Override
        public String cancelled(OrderEvent.Cancelled event) {
            return event.closure().toString();
        }

        @Override
        public String rejected(OrderEvent.Rejected event) {
            return event.closure().toString();
        }

        @Override
        public String inDoubt(OrderEvent.InDoubt event) {
            return event.request().name() + " may or may not have reached the venue: " + event.cause();
        }

        @Override
        public String settled(OrderEvent.Settled event) {
            return "settled by " + event.evidence();
        }
    }
}
