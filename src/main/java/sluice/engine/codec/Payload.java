package sluice.engine.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One flat JSON object being written; what is empty or false is left out. Confined to one thread, for one use. */
final class Payload {

    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayBuilder bytes = new ByteArrayBuilder(512);
    private final JsonGenerator json;

    Payload() {
        try {
            json = JSON.createGenerator(bytes);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    Payload text(String name, String value) {
        if (!value.isEmpty()) {
            write(() -> json.writeStringField(name, value));
        }
        return this;
    }

    Payload text(String name, Optional<?> value) {
        return value.isPresent() ? text(name, value.get().toString()) : this;
    }

    Payload decimal(String name, BigDecimal value) {
        return text(name, value.toPlainString());
    }

    Payload number(String name, long value) {
        write(() -> json.writeNumberField(name, value));
        return this;
    }

    Payload flag(String name, boolean value) {
        if (value) {
            write(() -> json.writeBooleanField(name, true));
        }
        return this;
    }

    Payload list(String name, List<String> values) {
        if (!values.isEmpty()) {
            write(() -> {
                json.writeArrayFieldStart(name);
                for (var value : values) {
                    json.writeString(value);
                }
                json.writeEndArray();
            });
        }
        return this;
    }

    byte[] done() {
        write(() -> {
            json.writeEndObject();
            json.close();
        });
        return bytes.toByteArray();
    }

    /** A write to memory, whose checked exception cannot happen. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }
}
