package sluice.engine.work;

import java.time.Duration;
import java.util.stream.Stream;
import sluice.engine.view.DoubtView;
import sluice.order.ChildId;
import sluice.recovery.Absence;
import sluice.recovery.Questions;
import sluice.venue.Lookup;
import sluice.venue.Manifest;

/** One order being asked about: how often so far, and what the answers have come to. Confined to the desk thread. */
final class Inquiry {

    private static final Duration RECENT = Duration.ofSeconds(5);

    private int asked;
    private long nextNanos;
    private boolean recorded;
    private boolean resent;
    private boolean fenced;
    private Absence absence = Absence.NONE;
    private Absence replacement = Absence.NONE;

    /** Counts a question that is asked now; how long until the next if it brings nothing. */
    Duration ask(long nanos) {
        var pause = Questions.unanswered(asked++);
        nextNanos = nanos + pause.toNanos();
        return pause;
    }

    /**
     * An answer did not know the order, or not the one that an amend would leave; how long until the next question. One
     * that is there for certain, and that a read lags behind, is asked for as soon as if nothing had been answered.
     */
    Duration notFound(long nanos, boolean isSeen, Manifest manifest) {
        if (!isSeen || !lags(manifest)) {
            Stream.of(isSeen || fenced ? absence : Absence.NONE, replacement)
                    .filter(counted -> counted.count() > 0)
                    .map(counted -> Questions.afterNotFound(counted, asked, manifest))
                    .min(Long::compare)
                    .ifPresent(at -> nextNanos = at);
        }
        return Duration.ofNanos(Math.max(0, nextNanos - nanos));
    }

    private boolean lags(Manifest manifest) {
        var span = Duration.ofNanos(absence.lastNanos() - absence.firstNanos());
        return absence.count() > 0
                && (span.compareTo(RECENT) < 0
                        || span.compareTo(manifest.answers().lag()) < 0);
    }

    /** Whether the time of the next question has come, and not only one that was planned before an answer. */
    boolean isDue(long nanos) {
        return nanos - nextNanos >= 0;
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

    /** The private stream was down, so the order may have shown itself unheard; how long until the next question. */
    Duration interrupted(long nanos) {
        absence = absence.interrupted();
        replacement = replacement.interrupted();
        nextNanos = Math.min(nextNanos, nanos + Questions.unanswered(asked).toNanos());
        return Duration.ofNanos(Math.max(0, nextNanos - nanos));
    }

    void neverReplaced() {
        replacement = Absence.NONE;
    }
}
