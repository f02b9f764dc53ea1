package sluice.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sluice.engine.DeskEvent;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.State;
import sluice.engine.view.OrdersView;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;
import sluice.order.ParentId;
import sluice.simulation.invariant.Invariant;
import sluice.simulation.invariant.JournalBeforeWire;

/**
 * Everything that ever became durable, and its fold, kept outside the desk and its disk.
 *
 * <p>A journal opened again must begin with all of it. What it holds beyond was being written when the desk died.
 */
final class Chronicle {

    static final String REPLAY = "replayIsExact";

    /** So many orders that are over are kept as they are; the older ones as bytes, as a desk does with far more. */
    private static final int RESTING = 8;

    private final Findings findings;
    private final List<Invariant> invariants;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<ParentId, Integer> places = new HashMap<>();
    private final Set<ParentId> changed = new LinkedHashSet<>();
    private final State state = new State(RESTING);
    private final EventCodec codec = new EventCodec(id -> state.orders().order(id));

    Chronicle(Findings findings, List<Invariant> invariants) {
        this.findings = findings;
        this.invariants = List.copyOf(invariants);
    }

    /** The journal, watched. */
    Journal over(Journal journal) {
        opened(journal);
        return new Watched(journal);
    }

    private void opened(Journal journal) {
        var found = new ArrayList<Entry>();
        journal.replay(0, found::add);
        if (found.size() < entries.size()) {
            findings.broken(
                    JournalBeforeWire.NAME,
                    "the disk holds " + found.size() + " events, " + entries.size() + " were acknowledged");
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!isSame(entries.get(i), found.get(i))) {
                findings.broken(REPLAY, "event " + (i + 1) + " is another one after a restart: " + found.get(i));
            }
        }
        found.subList(entries.size(), found.size()).forEach(this::add);
    }

    private void touched(DeskEvent event) {
        if (event instanceof DeskEvent.OfParent parent) {
            touched(parent.event().parentId());
        } else if (event instanceof DeskEvent.OfOrder order) {
            touched(state.orders().order(order.event().childId()).ids().parentId());
        }
    }

    private void touched(ParentId id) {
        places.putIfAbsent(id, places.size());
        changed.add(id);
    }

    static boolean isSame(Entry one, Entry other) {
        return one.seq() == other.seq()
                && one.stamp().nanos() == other.stamp().nanos()
                && one.stamp().at().equals(other.stamp().at())
                && one.type().equals(other.type())
                && one.refs().parent() == other.refs().parent()
                && one.refs().child() == other.refs().child()
                && one.refs().fillKey().equals(other.refs().fillKey())
                && Arrays.equals(one.payload(), other.payload());
    }

    private void add(Entry entry) {
        var event = codec.decode(entry);
        entries.add(entry);
        state.apply(entry.seq(), event);
        touched(event);
        findings.tell(() -> "#" + entry.seq() + " " + event);
        invariants.forEach(invariant -> invariant.journaled(entry, event, state));
    }

    State state() {
        return state;
    }

    long seq() {
        return entries.size();
    }

    List<Entry> entries() {
        return entries;
    }

    /** Keeps a checkpoint, so that the next desk folds only what comes after it. */
    void checkpoint(Journal journal) {
        journal.save(new Checkpoint(seq(), StateBytes.write(state.picture())));
    }

    /** Whether the desk shows just what the journal folds to. */
    void compare(OrdersView shown) {
        compare("parents", List.copyOf(state.orders().parents()), shown.parents());
        compare("fills", state.orders().fills(), shown.fills());
        compare("positions", List.copyOf(state.orders().positions()), shown.positions());
    }

    /** The same of what changed since the last time. */
    void compareChanged(OrdersView shown) {
        if (places.size() != shown.parents().size()) {
            findings.broken(
                    REPLAY,
                    places.size() + " parents are folded, the desk has "
                            + shown.parents().size());
            return;
        }
        for (var id : changed) {
            var folded = state.orders().parent(id).orElseThrow();
            var theirs = shown.parents().get(Objects.requireNonNull(places.get(id)));
            compare("parent", List.of(folded), List.of(theirs));
        }
        changed.clear();
        compare("positions", List.copyOf(state.orders().positions()), shown.positions());
    }

    private void compare(String what, List<?> folded, List<?> shown) {
        if (folded.size() != shown.size()) {
            findings.broken(REPLAY, what + ": " + folded.size() + " are folded, the desk has " + shown.size());
            return;
        }
        for (int i = 0; i < folded.size(); i++) {
            if (!folded.get(i).equals(shown.get(i))) {
                findings.broken(REPLAY, what + " fold to " + folded.get(i) + ", the desk has " + shown.get(i));
            }
        }
    }

    /** Tells of what became durable as soon as it is. */
    private final class Watched extends ForwardingJournal {

        Watched(Journal journal) {
            super(journal);
        }

        @Override
        public void append(List<Entry> batch) {
            super.append(batch);
            batch.forEach(Chronicle.this::add);
        }
    }
}
