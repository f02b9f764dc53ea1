package sluice.report.orders;

import sluice.order.account.AccountEvent;
import sluice.report.Json;

/** What an account's event carries, as members of one object. */
record AccountEventJson(Json out) implements AccountEvent.Visitor<Json> {

    @Override
    public Json differed(AccountEvent.Differed event) {
        return out.text("key", event.key()).number("row", event.row()).text("text", event.text());
    }

    @Override
    public Json agreed(AccountEvent.Agreed event) {
        return out.text("key", event.key()).text("how", event.how());
    }

    @Override
    public Json tradedElsewhere(AccountEvent.TradedElsewhere event) {
        out.text("owner", event.owner())
                .text("orderId", event.orderId())
                .text("symbol", event.symbol())
                .text("side", event.side());
        return FillsReport.execution(out, event.execution());
    }

    @Override
    public Json funded(AccountEvent.Funded event) {
        return out.text("symbol", event.symbol())
                .text("execId", event.execId())
                .decimal("paid", event.paid().amount())
                .text("asset", event.paid().asset())
                .time("settledAt", event.settledAt());
    }

    @Override
    public Json banned(AccountEvent.Banned event) {
        return out.time("until", event.until());
    }

    @Override
    public Json deadManTurned(AccountEvent.DeadManTurned event) {
        return out.flag("armed", event.armed()).text("why", event.why());
    }

    @Override
    public Json adjusted(AccountEvent.Adjusted event) {
        return out.text("cause", event.cause())
                .list(
                        "amounts",
                        event.amounts(),
                        (members, money) -> members.text("asset", money.asset()).decimal("amount", money.amount()))
                .text("reason", event.reason());
    }
}
