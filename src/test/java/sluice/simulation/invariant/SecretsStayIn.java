package sluice.simulation.invariant;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sluice.engine.Answer;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;

/** No key, secret or signature is in the journal, an answer, or the view. */
public final class SecretsStayIn implements Invariant {

    public static final String NAME = "secretsStayIn";

    private final Verdict verdict;
    private final List<String> secrets;

    public SecretsStayIn(Verdict verdict, List<String> secrets) {
        this.verdict = verdict;
        this.secrets = List.copyOf(secrets);
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        look(new String(entry.payload(), StandardCharsets.UTF_8), "event " + entry.seq());
    }

    @Override
    public void answered(Answer answer) {
        look(beyondOrders(answer), "an answer");
    }

    @Override
    public void atRest(Rest rest) {
        var view = rest.view();
        var orders = view.orders();
        look(
                List.of(view.venues(), view.risk(), view.alerts(), view.journalFault())
                        .toString(),
                "the view");
        look(List.of(orders.external(), orders.doubts(), orders.accounts()).toString(), "the view of orders");
    }

    /** Orders are made of nothing but events, all of which are looked at. */
    private static String beyondOrders(Answer answer) {
        if (answer instanceof Answer.Placed) {
            return "";
        }
        if (answer instanceof Answer.Cancelled cancelled) {
            return cancelled.declined().toString();
        }
        if (answer instanceof Answer.Killed killed) {
            return killed.unreached().toString();
        }
        return answer instanceof Answer.Amended amended ? amended.declined().toString() : answer.toString();
    }

    private void look(String text, String where) {
        for (var secret : secrets) {
            if (text.contains(secret)) {
                verdict.broken(NAME, where + " shows " + secret.substring(0, 4) + "...");
            }
        }
    }
}
