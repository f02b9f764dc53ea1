package sluice.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One compact JSON object, written member by member. Confined to one thread.
 *
 * <p>Decimals are strings, times ISO-8601 UTC with microseconds, an absence is null: whoever reads it never has to
 * guess.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** The object that {@code members} writes, as one line without its end. */
    public static String line(Consumer<Json> members) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            members.accept(new Json(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A price, quantity, id, symbol, enum or text, as it writes itself. */
    public Json text(String name, Object value) {
        return write(() -> out.writeStringField(name, String.valueOf(value)));
    }

    public Json text(String name, Optional<?> value) {
        return value.isPresent() ? text(name, value.get()) : absent(name);
    }

    public Json decimal(String name, BigDecimal value) {
        return text(name, value.toPlainString());
    }

    public Json decimal(String name, Optional<BigDecimal> value) {
        return value.isPresent() ? decimal(name, value.get()) : absent(name);
    }

    public Json number(String name, long value) {
        return write(() -> out.writeNumberField(name, value));
    }

    public Json number(String name, Optional<? extends Number> value) {
        return value.isPresent() ? number(name, value.get().longValue()) : absent(name);
    }

    /** A value that is JSON already. */
    public Json raw(String name, String json) {
        return write(() -> {
            out.writeFieldName(name);
            out.writeRawValue(json);
        });
    }

    public Json flag(String name, boolean value) {
        return write(() -> out.writeBooleanField(name, value));
    }

    public Json time(String name, Instant value) {
        return text(name, Times.utc(value));
    }

    public Json time(String name, Optional<Instant> value) {
        return value.isPresent() ? time(name, value.get()) : absent(name);
    }

    public Json absent(String name) {
        return write(() -> out.writeNullField(name));
    }

    public Json object(String name, Consumer<Json> members) {
        write(() -> out.writeObjectFieldStart(name));
        members.accept(this);
        return write(out::writeEndObject);
    }

    /** A list of objects. */
    public <T> Json list(String name, Collection<? extends T> items, BiConsumer<Json, T> members) {
        write(() -> out.writeArrayFieldStart(name));
        for (var item : items) {
            write(out::writeStartObject);
            members.accept(this, item);
            write(out::writeEndObject);
        }
        return write(out::writeEndArray);
    }

    /** A list of texts. */
    public Json texts(String name, Collection<?> items) {
        write(() -> out.writeArrayFieldStart(name));
        for (var item : items) {
            write(() -> out.writeString(item.toString()));
        }
        return write(out::writeEndArray);
    }

    /** A list of short lists of texts, such as a book's levels. */
    public Json rows(String name, Collection<? extends Collection<?>> rows) {
        write(() -> out.writeArrayFieldStart(name));
        for (var row : rows) {
            write(out::writeStartArray);
            for (var cell : row) {
                write(() -> out.writeString(cell.toString()));
            }
            write(out::writeEndArray);
        }
        return write(out::writeEndArray);
    }

    private Json write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Step {

        void run() throws IOException;
    }
}
