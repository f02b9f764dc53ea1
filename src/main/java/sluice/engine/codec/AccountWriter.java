package sluice.engine.codec;

import sluice.order.account.AccountEvent;

/** Writes the payload of each kind of account event. */
final class AccountWriter implements AccountEvent.Visitor<Payload> {

    private static Payload at(AccountEvent event) {
        return new Payload().text("venue", event.venue().name());
    }

    @Override
    public Payload differed(AccountEvent.Differed event) {
        return at(event).text("key", event.key()).number("row", event.row()).text("text", event.text());
    }

    @Override
    public Payload agreed(AccountEvent.Agreed event) {
        return at(event).text("key", event.key()).text("how", event.how());
    }

    @Override
    public Payload tradedElsewhere(AccountEvent.TradedElsewhere event) {
        return OrderWriter.execution(event.execution())
                .text("venue", event.venue().name())
                .text("owner", event.owner())
                .text("orderId", event.orderId().value())
                .text("symbol", event.symbol().name())
                .text("side", event.side().name());
    }

    @Override
    public Payload funded(AccountEvent.Funded event) {
        return at(event)
                .text("symbol", event.symbol().name())
                .text("execId", event.execId().value())
                .text("paid", event.paid().amount().toPlainString())
                .text("asset", event.paid().asset())
                .text("settledAt", event.settledAt().toString());
    }

    @Override
    public Payload banned(AccountEvent.Banned event) {
        return at(event).text("until", event.until().toString());
    }

    @Override
    public Payload deadManTurned(AccountEvent.DeadManTurned event) {
        return at(event).flag("armed", event.armed()).text("why", event.why());
    }

    @Override
    public Payload adjusted(AccountEvent.Adjusted event) {
        var amounts = event.amounts();
        return at(event)
                .text("cause", event.cause())
                .list("assets", amounts.stream().map(money -> money.asset()).toList())
                .list(
                        "amounts",
                        amounts.stream()
                                .map(money -> money.amount().toPlainString())
                                .toList())
                .text("reason", event.reason());
    }
}
