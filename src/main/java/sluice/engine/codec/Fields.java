package sluice.engine.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * The fields of one flat JSON object, read back in about the order they were written.
 *
 * <p>Confined to one thread and reused: {@link #read} forgets what was there.
 */
final class Fields {

    private static final int ABSENT = -1;

    private final Spans spans = new Spans();
    private final Shared shared = new Shared();
    private int next;

    void read(byte[] payload) {
        next = 0;
        spans.read(payload);
    }

    Shared shared() {
        return shared;
    }

    /** Where the field is, looked for from behind the one before. */
    private int find(String name) {
        if (spans.lacks(name)) {
            return ABSENT;
        }
        int size = spans.size();
        for (int i = 0; i < size; i++) {
            int at = next + i < size ? next + i : next + i - size;
            if (spans.isNamed(at, name)) {
                next = at + 1;
                return at;
            }
        }
        return ABSENT;
    }

    /** The field's text; empty when it is not there. */
    String text(String name) {
        int field = find(name);
        return field == ABSENT ? "" : shared.text(spans.bytes(), spans.from(field), spans.to(field));
    }

    /** The text of an id, which will hardly come again. */
    String id(String name) {
        int field = find(name);
        return field == ABSENT ? "" : fresh(field);
    }

    private String fresh(int field) {
        return Shared.freshText(spans.bytes(), spans.from(field), spans.to(field));
    }

    Optional<String> optional(String name) {
        var text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    List<String> list(String name) {
        int field = find(name);
        return field == ABSENT ? List.of() : spans.texts(field);
    }

    boolean flag(String name) {
        int field = find(name);
        return field != ABSENT && spans.bytes()[spans.from(field)] == 't';
    }

    long number(String name) {
        int field = find(name);
        return field == ABSENT ? 0 : Plain.whole(spans.bytes(), spans.from(field), spans.to(field));
    }

    BigDecimal decimal(String name) {
        int field = find(name);
        return field == ABSENT ? BigDecimal.ZERO : Shared.decimal(spans.bytes(), spans.from(field), spans.to(field));
    }

    Symbol symbol(String name) {
        int field = required(name);
        return shared.symbol(spans.bytes(), spans.from(field), spans.to(field));
    }

    VenueId venue(String name) {
        int field = required(name);
        return shared.venue(spans.bytes(), spans.from(field), spans.to(field));
    }

    Px px(String name) {
        int field = required(name);
        return shared.px(spans.bytes(), spans.from(field), spans.to(field)).orElseThrow();
    }

    Optional<Px> optionalPx(String name) {
        int field = find(name);
        return field == ABSENT ? Optional.empty() : shared.px(spans.bytes(), spans.from(field), spans.to(field));
    }

    Qty qty(String name) {
        int field = required(name);
        return shared.qty(spans.bytes(), spans.from(field), spans.to(field));
    }

    Instant instant(String name) {
        int field = required(name);
        return Plain.instant(spans.bytes(), spans.from(field), spans.to(field))
                .orElseGet(() -> Instant.parse(fresh(field)));
    }

    private int required(String name) {
        int field = find(name);
        if (field == ABSENT) {
            throw new UnreadableEventException("an event without its " + name);
        }
        return field;
    }
}
