package sluice.dash.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an arrangement is kept between two screens. */
public record ArrangementFile(Path file) {

    /** The usual one where none was saved, or it cannot be read. */
    public Arrangement read() {
        try {
            return Files.isRegularFile(file) ? Arrangement.of(Files.readAllLines(file)) : Arrangement.USUAL;
        } catch (IOException e) {
            return Arrangement.USUAL;
        }
    }

    public void write(Arrangement arrangement) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, arrangement.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
