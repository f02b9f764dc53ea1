package sluice.engine.work;

import java.time.Duration;
import java.util.List;
import sluice.engine.view.DoubtView;
import sluice.order.ChildId;
import sluice.recovery.Absence;
import sluice.venue.Lookup;

/** One order being asked about: how often so far, and what the answers have come to. Confined to the desk thread. */
final class Inquiry {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    private int asked;
    private boolean recorded;
    private boolean resent;
    private boolean fenced;
    private Absence absence = Absence.NONE;
    private Absence replacement = Absence.NONE;

    /** How long until the next question, which is counted by this. */
    Duration pause() {
        return PAUSES.get(Math.min(asked++, PAUSES.size() - 1));
    }

    int asked() {
        return asked;
    }

    DoubtView view(ChildId id, boolean escalated) {
        return new DoubtView(id, asked, absence.count(), escalated);
    }

    /** The journal says that there is a doubt, so it is to say what settled it. */
    void recorded() {
        recorded = true;
    }

    boolean isRecorded() {
        return recorded;
    }

    /** What can be sent ahead of a later arrival has been; only from here on does absence count. */
    void fenced() {
        fenced = true;
        absence = Absence.NONE;
    }

    void resent() {
        resent = true;
    }

    boolean isResent() {
        return resent;
    }

    boolean isFenced() {
        return fenced;
    }

    Absence absence() {
        return absence;
    }

    void absence(Absence more) {
        absence = more;
    }

    /** Of the order that an amend would leave. */
    Absence replacement() {
        return replacement;
    }

    void replacementAnswered(Lookup lookup, long nanos) {
        replacement = replacement.after(lookup, nanos);
    }

    /** The private stream was down, so the order may have shown itself unheard. */
    void interrupted() {
        absence = absence.interrupted();
        replacement = replacement.interrupted();
    }

    void neverReplaced() {
        replacement = Absence.NONE;
    }
}
