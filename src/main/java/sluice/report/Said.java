package sluice.report;

import java.util.function.Consumer;

/** A sentence, with the members that say the same to a program. Immutable. */
public record Said(String sentence, Consumer<Json> members) implements Report {

    @Override
    public void json(Json out) {
        members.accept(out);
    }

    @Override
    public void text(Text out) {
        if (!sentence.isEmpty()) {
            out.line(sentence);
        }
    }
}
