package sluice.engine.account;

import java.util.List;
import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.view.DifferenceView;
import sluice.market.Money;
import sluice.order.parent.Origin;

/** An operator's word on what differs: taken as it is, or the account corrected by it. Confined to the desk thread. */
public final class Accepting {

    /** What an operator approved; the reason says what it was. */
    private static final String APPROVED = "APPROVED";

    private static final String ACCOUNT = "account ";

    private final Turn turn;
    private final Bookkeeping bookkeeping;

    public Accepting(Turn turn, Bookkeeping bookkeeping) {
        this.turn = turn;
        this.bookkeeping = bookkeeping;
    }

    public void accept(Input.Asked asked, Command.Accept command) {
        var found = turn.state().accounts().find(command.difference());
        var refusal = found.map(difference -> refusal(difference, command))
                .orElseGet(() -> Optional.of("there is no discrepancy D-" + command.difference()
                        + " that stands; `status` lists those there are"));
        if (refusal.isPresent()) {
            turn.answer(asked.answer(), Answer.Refused.of("NOT_ACCEPTED", "Not accepted: " + refusal.get() + "."));
            return;
        }
        var difference = found.orElseThrow();
        turn.record(new DeskEvent.Commanded(command.origin(), List.of(difference.name()), turn.now()));
        var adjusted = command.adjust() ? adjust(difference, command) : List.<Money>of();
        bookkeeping.accept(difference, said(command.origin(), command.reason()));
        turn.answer(asked.answer(), new Answer.Accepted(difference, adjusted));
    }

    private Optional<String> refusal(DifferenceView difference, Command.Accept command) {
        if (command.reason().isBlank()) {
            return Optional.of("a reason is needed, for the journal");
        }
        if (!command.adjust()) {
            return difference.key().startsWith(ACCOUNT)
                    ? Optional.of(difference.name() + " is about what the account holds, and would be found again; "
                            + "`reconcile adjust " + difference.name() + "` corrects it")
                    : Optional.empty();
        }
        if (!difference.key().startsWith(ACCOUNT)) {
            return Optional.of(difference.name() + " is about an order, and no amount corrects that; "
                    + "`reconcile accept " + difference.name() + "` takes it as it is");
        }
        return bookkeeping.amount(difference).isPresent()
                ? Optional.empty()
                : Optional.of("the venue was not compared since the start; `reconcile` does that");
    }

    private List<Money> adjust(DifferenceView difference, Command.Accept command) {
        var amount = bookkeeping.amount(difference).orElseThrow();
        var amounts = List.of(new Money(amount, difference.key().split(" ", 3)[1]));
        bookkeeping.adjust(difference.venue(), APPROVED, amounts, said(command.origin(), command.reason()));
        return amounts;
    }

    private static String said(Origin origin, String reason) {
        return "on the word of " + origin.user() + " (" + origin.terminal() + "): " + reason;
    }
}
