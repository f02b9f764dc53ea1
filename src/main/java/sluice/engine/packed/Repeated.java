package sluice.engine.packed;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes a value, and its bytes again where it is the one of last time. Confined to one thread. */
final class Repeated<T> {

    private final BiConsumer<Bytes, T> writer;
    private final Bytes bytes = new Bytes();
    private Optional<T> last = Optional.empty();

    Repeated(BiConsumer<Bytes, T> writer) {
        this.writer = writer;
    }

    void write(Bytes out, T value) {
        if (last.isEmpty() || !last.get().equals(value)) {
            bytes.clear();
            writer.accept(bytes, value);
            last = Optional.of(value);
        }
        bytes.appendTo(out);
    }
}
