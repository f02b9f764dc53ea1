package sluice.shell;

import sluice.engine.Answer;
import sluice.report.Failure;
import sluice.report.Report;

/** What became of a command. Immutable. */
public sealed interface Outcome {

    /** How the codes of a judgement begin. */
    String JUDGED = "RISK_";

    ExitStatus status();

    /** It has something to tell; the status may still ask for action. */
    record Done(Report report, ExitStatus status) implements Outcome {}

    /** It did not do what it says. */
    record Failed(Failure failure, ExitStatus status) implements Outcome {}

    /** It has told what there was to tell. */
    record Told(ExitStatus status) implements Outcome {}

    static Outcome done(Report report) {
        return new Done(report, ExitStatus.OK);
    }

    static Outcome failed(ExitStatus status, Failure failure) {
        return new Failed(failure, status);
    }

    /** For an answer that is not the one hoped for. */
    static Outcome refused(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return new Failed(Failure.of(refused), ExitStatus.REFUSED);
        }
        throw new AssertionError(answer);
    }

    /**
     * The same where a limit stood in the way, which says itself only why: what it kept from being done comes first.
     */
    static Outcome refused(String undone, Answer answer) {
        if (answer instanceof Answer.Refused refused && refused.code().startsWith(JUDGED)) {
            return new Failed(Failure.of(refused).prefixed(undone + ". "), ExitStatus.REFUSED);
        }
        return refused(answer);
    }
}
