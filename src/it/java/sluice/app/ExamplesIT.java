package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesIT {

    @TempDir
    Path home;

    /** One after the other in one run, as somebody who tries them all would. */
    @Test
    void everyExampleRunsOnTheSimulator() throws IOException {
        try (var files = Files.list(Path.of("examples"))) {
            var scripts = files.map(Path::toString)
                    .filter(name -> name.endsWith(".sluice"))
                    .sorted();
            var words = Stream.concat(Stream.of("exec"), scripts).toArray(String[]::new);
            var run = Sluice.at(home).here(words);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
        }
    }
}
