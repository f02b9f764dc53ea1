package sluice.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.dash.pane.Logged;

class LogTailTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path home;

    private Path file() {
        return home.resolve("sluice.log");
    }

    private LogTail of(String text) throws IOException {
        Files.writeString(file(), text);
        return new LogTail(file(), ZoneOffset.ofHours(2));
    }

    private static List<String> texts(List<Logged> lines) {
        return lines.stream().map(each -> each.line().text()).toList();
    }

    @Test
    void linesHaveTheirTimeAsTheScreenShowsItAndTheirPlaceByIt() throws IOException {
        var lines = of("2026-11-02T09:30:00.123456Z WARNING [desk] a: b\n\tat trace\n")
                .lines(0);
        assertThat(texts(lines)).containsExactly("11:30:00.123 WARNING b", "\tat trace");
        assertThat(lines).extracting(Logged::at).containsOnly(Instant.parse("2026-11-02T09:30:00.123456Z"));
    }

    @Test
    void linesOfJsonHaveTheirTimeToo() throws IOException {
        var lines =
                of("{\"at\":\"2026-11-02T09:30:00.123456Z\",\"level\":\"WARNING\",\"thread\":\"desk\",\"logger\":\"a\","
                                + "\"message\":\"a \\\"b\\\"\",\"trace\":\"at\"}\n")
                        .lines(0);
        assertThat(texts(lines)).containsExactly("11:30:00.123 WARNING a \"b\"");
    }

    @Test
    void itIsReadAgainOnceASecond() throws IOException {
        var tail = of("one\n");
        assertThat(texts(tail.lines(0))).containsExactly("one");
        Files.writeString(file(), "one\ntwo\n");
        assertThat(tail.lines(SECOND / 2)).hasSize(1);
        assertThat(tail.lines(SECOND)).hasSize(2);
    }

    @Test
    void ofALongLogTheEndIsShownFromAWholeLineOn() throws IOException {
        var lines = texts(of("a line of thirty characters ..\n".repeat(2_000)).lines(0));
        assertThat(lines).hasSizeBetween(400, 600).containsOnly("a line of thirty characters ..");
    }

    @Test
    void aLogThatIsNotThereIsEmpty() {
        assertThat(new LogTail(file(), ZoneOffset.UTC).lines(0)).isEmpty();
    }

    @Test
    void theLogHasWhatWasSaidAndWhatWasLoggedByTheirTimes() throws IOException {
        var dash = new DashTester(home, 200, 60);
        var now = dash.session.clock().now();
        Files.writeString(
                dash.session.settings().log(),
                now.minusSeconds(1) + " WARNING [a] b: before\n" + now.plusSeconds(1) + " WARNING [a] b: after\n");
        var log = dash.commands("nonsense").types("8z").text();
        assertThat(log.indexOf("WARNING after")).isPositive().isLessThan(log.indexOf("nonsense"));
        assertThat(log.indexOf("nonsense")).isLessThan(log.indexOf("WARNING before"));
    }
}
