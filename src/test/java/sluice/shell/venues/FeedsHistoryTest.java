package sluice.shell.venues;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.shell.ShellTester;

class FeedsHistoryTest {

    @TempDir
    private Path state;

    private final ShellTester shell = new ShellTester();

    @BeforeEach
    void history() throws IOException {
        shell.state(state);
        Files.write(state.resolve("feeds.jsonl.1"), List.of(line("2026-11-01T00:00:00Z", "alpha", "BTC-USDT", "LIVE")));
        Files.write(
                state.resolve("feeds.jsonl"),
                List.of(
                        line("2026-11-02T09:00:00Z", "beta", "BTC-USDT", "GAPPED"),
                        line("2026-11-02T09:20:00Z", "alpha", "BTC-USDT", "STALE"),
                        "{\"at\":\"2026-11-02T09:2"));
    }

    private static String line(String at, String venue, String symbol, String state) {
        return "{\"at\":\"" + at + "\",\"venue\":\"" + venue + "\",\"kind\":\"BOOK\",\"symbol\":\"" + symbol
                + "\",\"state\":\"" + state + "\",\"code\":\"SEQUENCE_GAP\",\"reason\":null,"
                + "\"uptimeMs\":61000,\"recoveryMs\":null}";
    }

    @Test
    void theFileThatWasSetAsideComesFirst() {
        assertThat(shell.run("feeds", "history").lines())
                .hasSize(4)
                .last()
                .asString()
                .matches("2026-11-02 09:20:00.000 +alpha +BOOK +BTC-USDT +STALE +SEQUENCE_GAP +1 min 1 s +-");
    }

    @Test
    void sinceAndVenueNarrowIt() {
        assertThat(shell.run("feeds", "history", "--since", "1h").lines()).hasSize(3);
        assertThat(shell.run("feeds", "history", "--since", "2026-11-02T00:00:00Z", "--venue", "beta")
                        .lines())
                .hasSize(2);
    }

    @Test
    void whatIsNoTimeIsAUsageError() {
        assertThat(shell.run("feeds", "history", "--since", "yesterday").status())
                .isEqualTo(2);
        assertThat(shell.run("feeds", "--since", "1h").status()).isEqualTo(2);
        assertThat(shell.run("feeds", "future").status()).isEqualTo(2);
    }

    @Test
    void noFileIsNoHistory() throws IOException {
        Files.delete(state.resolve("feeds.jsonl"));
        Files.delete(state.resolve("feeds.jsonl.1"));
        assertThat(shell.run("feeds", "history").out()).isEqualTo("Nothing happened to the feeds.\n");
    }
}
