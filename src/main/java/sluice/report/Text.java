package sluice.report;

import java.time.Instant;

/** What people read, line by line. Confined to one thread. */
public final class Text {

    private final Look look;
    private final StringBuilder out = new StringBuilder();

    public Text(Look look) {
        this.look = look;
    }

    public Text line(String line) {
        out.append(Wrapping.of(line, look.room().getAsInt())).append('\n');
        return this;
    }

    /** A table, or the sentence that says why there is none. */
    public Text table(Table table, String empty) {
        if (table.isEmpty()) {
            return line(empty);
        }
        table.lines(look.colour(), look.room().getAsInt()).forEach(this::line);
        return this;
    }

    public String ink(Ink ink, Object text) {
        return look.colour() ? ink.on(text.toString()) : text.toString();
    }

    /** A heading for a column of times, which names their zone. */
    public String timeHead() {
        return "TIME (" + look.zone().getId() + ")";
    }

    public String time(Instant at) {
        return Times.local(at, look.zone());
    }

    /** A time that stands alone, with its zone. */
    public String zoned(Instant at) {
        return time(at) + " " + look.zone().getId();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
