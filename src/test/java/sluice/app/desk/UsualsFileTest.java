package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.market.Symbol;

class UsualsFileTest {

    private static final Map<Symbol, String> USUALS = Map.of(Symbol.of("BTC-USDT"), "a|b", Symbol.of("ETH-USDT"), "c");

    @TempDir
    Path directory;

    private UsualsFile file() {
        return new UsualsFile(directory.resolve("usuals.txt"));
    }

    @Test
    void whatIsWrittenIsReadAndNothingElseIsLeft() throws IOException {
        file().write(Map.of(Symbol.of("SOL-USDT"), "old"));
        file().write(USUALS);
        assertThat(file().read()).isEqualTo(USUALS);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void withoutAFileNothingIsKnownAndNothingLearnedWritesNone() {
        assertThat(file().read()).isEmpty();
        file().write(Map.of());
        assertThat(file().path()).doesNotExist();
    }

    @Test
    void anotherVersionAndABrokenFileAreAsNone() throws IOException {
        file().write(USUALS);
        var lines = Files.readAllLines(file().path());
        Files.write(file().path(), List.of("sluice usuals 2", lines.get(1)));
        assertThat(file().read()).isEmpty();
        Files.write(file().path(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(file().read()).isEmpty();
        Files.write(file().path(), new byte[0]);
        assertThat(file().read()).isEmpty();
    }
}
