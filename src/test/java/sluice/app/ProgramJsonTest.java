package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.desk.Footing;
import sluice.journal.Entry;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Stamp;
import sluice.shell.Schemas;

/** What the commands of the program print as JSON is what {@code docs/json.md} says. */
class ProgramJsonTest {

    @TempDir
    private Path home;

    @BeforeEach
    void journal() {
        try (var journal = SqliteJournal.open(home.resolve("journal.db"), "test")) {
            journal.append(List.of(entry(1), entry(2)));
        }
    }

    private static Entry entry(long seq) {
        return new Entry(
                seq, new Stamp(Instant.EPOCH, seq), "desk.noted", Entry.Refs.NONE, "{\"text\":\"x\"}".getBytes(UTF_8));
    }

    private String said(String command) {
        var words = new ArrayList<>(List.of(
                "--json",
                "--home",
                home.toString(),
                "--journal",
                home.resolve("journal.db").toString()));
        words.addAll(List.of(command.replace("HOME", home.toString()).split(" ")));
        var out = new ByteArrayOutputStream();
        var options = Options.of(words);
        var status = new Program(
                        options,
                        Home.of(options, Map.of()),
                        Map.of(),
                        new Program.Streams(System.in, out, System.err),
                        Footing.PLAIN)
                .run();
        assertThat(status).as(out.toString(UTF_8)).isZero();
        return out.toString(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            journal stat             > journal.stat
            journal verify           > journal.verify
            journal events           > journal.events
            journal backup HOME/copy > journal.backup
            journal archive          > journal.archive
            config check             > config.check
            config path              > config.path
            config show              > config.show
            doctor                   > doctor
            man buy                  > man
            completion fish          > completion
            version                  > version
            """)
    void everyResultFitsItsSchema(String command, String schema) throws IOException {
        var said = said(command);
        assertThat(said.lines()).hasSize(1);
        var line = new ObjectMapper().readTree(said);
        assertThat(line.path("ok").asBoolean()).isTrue();
        assertThat(line.path("command").asText()).isEqualTo(command.split(" ")[0]);
        assertThat(Schemas.read().misfits(schema, line.path("result"))).isEmpty();
    }
}
