package sluice.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.journal.Entry.Refs;
import sluice.market.Stamp;

/** Entries to fill journals with. */
public final class Sample {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00.123456789Z");

    private Sample() {}

    public static Entry entry(long seq, String type, Refs refs, String payload) {
        return new Entry(
                seq,
                new Stamp(START.plusNanos(seq * 1_000_003), seq * 1_000_000),
                type,
                refs,
                payload.getBytes(StandardCharsets.UTF_8));
    }

    public static Entry note(long seq) {
        return entry(seq, "desk.noted", Refs.NONE, "{\"text\":\"note " + seq + " äöü ₿\"}");
    }

    public static Entry fill(long seq, long parent, String fillKey) {
        return entry(seq, "order.traded", new Refs(parent, parent * 10, fillKey), "{\"lastQty\":\"0.5\"}");
    }

    /** Notes numbered from one to another, both included. */
    public static List<Entry> notes(long from, long to) {
        var notes = new ArrayList<Entry>();
        for (var seq = from; seq <= to; seq++) {
            notes.add(note(seq));
        }
        return notes;
    }

    /** An entry in words, since its payload is an array. */
    public static String said(Entry entry) {
        return entry.seq() + " " + entry.stamp() + " " + entry.type() + " " + entry.refs() + " "
                + new String(entry.payload(), StandardCharsets.UTF_8);
    }

    public static List<String> said(List<Entry> entries) {
        return entries.stream().map(Sample::said).toList();
    }

    public static List<Entry> replayed(Journal journal, long seq) {
        var entries = new ArrayList<Entry>();
        journal.replay(seq, entries::add);
        return entries;
    }
}
