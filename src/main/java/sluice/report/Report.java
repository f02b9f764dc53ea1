package sluice.report;

/** What a command has to tell, in both forms. */
public interface Report {

    /** The members of {@code result}. */
    void json(Json out);

    void text(Text out);
}
