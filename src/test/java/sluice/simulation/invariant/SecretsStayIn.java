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
        look(answer.toString(), "an answer");
    }

    @Override
    public void atRest(Rest rest) {
        look(rest.view().toString(), "the view");
    }

    private void look(String text, String where) {
        for (var secret : secrets) {
            if (text.contains(secret)) {
                verdict.broken(NAME, where + " shows " + secret.substring(0, 4) + "...");
            }
        }
    }
}
