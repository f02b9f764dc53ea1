package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimFileTest {

    private static final String VENUE =
            "{\"venue\":\"binance\",\"rest\":\"http://h\",\"ws\":\"ws://h\",\"apiKey\":\"k\",\"apiSecret\":\"s\"}\n";

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("sim.json"), text);
    }

    @Test
    void theLinesOfASimulatorNameItsVenues() throws IOException {
        var venues = SimFile.read(file(VENUE + "{\"admin\":\"http://a\"}\n"));
        assertThat(venues).containsExactly(new SimFile.At("binance", "binance", "http://h", "ws://h", "k", "s"));
        assertThat(venues.toString()).doesNotContain("k,", "s]");
    }

    @Test
    void aFileThatNamesNoVenueIsRefused() throws IOException {
        var empty = file("{\"admin\":\"http://a\"}\n");
        assertThatThrownBy(() -> SimFile.read(empty)).hasMessageContaining("names no venue");
        assertThatThrownBy(() -> SimFile.read(directory.resolve("none"))).hasMessageContaining("sluice sim --json");
    }

    @Test
    void aLineThatIsCutOffIsRefused() throws IOException {
        var cut = file("{\"venue\":\"binance\",\"rest\":\"htt");
        assertThatThrownBy(() -> SimFile.read(cut)).hasMessageContaining("no JSON");
        var poor = file("{\"venue\":\"binance\"}");
        assertThatThrownBy(() -> SimFile.read(poor)).hasMessageContaining("no \"rest\"");
    }
}
