package sluice.engine.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;

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
        return field == ABSENT ? "" : spans.text(field);
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
        return text(name).equals("true");
    }

    long number(String name) {
        var text = text(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    BigDecimal decimal(String name) {
        int field = find(name);
        return field == ABSENT ? BigDecimal.ZERO : decimal(field);
    }

    private BigDecimal decimal(int field) {
        return Plain.decimal(spans.bytes(), spans.from(field), spans.to(field))
                .orElseGet(() -> new BigDecimal(spans.text(field)));
    }

    Symbol symbol(String name) {
        return shared.symbol(text(name));
    }

    Px px(String name) {
        return shared.px(decimal(name)).orElseThrow();
    }

    Optional<Px> optionalPx(String name) {
        int field = find(name);
        return field == ABSENT ? Optional.empty() : shared.px(decimal(field));
    }

    Qty qty(String name) {
        return shared.qty(decimal(name));
    }

    Instant instant(String name) {
        int field = find(name);
        if (field == ABSENT) {
            throw new UnreadableEventException("an event without its " + name);
        }
        return Plain.instant(spans.bytes(), spans.from(field), spans.to(field))
                .orElseGet(() -> Instant.parse(spans.text(field)));
    }
}
