package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.KeySource;

class KeysTest {

    @TempDir
    Path directory;

    private final Keys keys = new Keys(Map.of("A_KEY", "the-key", "A_SECRET", "the-secret"));

    private Path file(String text, String permissions) throws IOException {
        var file = Files.writeString(directory.resolve("keys"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void theEnvironmentsVariablesAreTaken() {
        assertThat(keys.fetch("v", new KeySource.Environment("A_KEY", "A_SECRET")))
                .isPresent();
        assertThatThrownBy(() -> keys.fetch("v", new KeySource.Environment("A_KEY", "NO_SECRET")))
                .hasMessageContaining("NO_SECRET is not set")
                .hasMessageNotContaining("the-key");
    }

    @Test
    void aFileOfItsOwnerIsTaken() throws IOException {
        var file = file("the-key\nthe-secret\n", "rw-------");
        assertThat(keys.fetch("v", new KeySource.OwnerFile(file))).isPresent();
    }

    @Test
    void aSecretMayHaveSeveralLinesOrSayWhereTheyEnd() throws IOException {
        var lines = keys.fetch("v", new KeySource.OwnerFile(file("the-key\nline 1\nline 2\n", "rw-------")));
        assertThat(lines.orElseThrow()).isEqualTo(new ApiKeys("the-key", "line 1\nline 2"));
        var escaped = new Keys(Map.of("A", "the-key", "B", "line 1\\nline 2"));
        assertThat(escaped.fetch("v", new KeySource.Environment("A", "B"))).isEqualTo(lines);
        assertThat(lines.toString()).doesNotContain("the-key", "line");
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        var file = file("the-key\nthe-secret\n", "rw-r-----");
        assertThatThrownBy(() -> keys.fetch("v", new KeySource.OwnerFile(file)))
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("the-");
    }

    @Test
    void aFileWithoutTwoLinesIsRefused() throws IOException {
        var file = file("the-key\n", "rw-------");
        assertThatThrownBy(() -> keys.fetch("v", new KeySource.OwnerFile(file)))
                .hasMessageContaining("two lines")
                .hasMessageNotContaining("the-key");
        assertThatThrownBy(() -> keys.fetch("v", new KeySource.OwnerFile(directory.resolve("none"))))
                .hasMessageContaining("venues.v.keys: There is no file");
    }

    @Test
    void aCommandsOutputIsTaken() {
        var echo = new KeySource.Command(List.of("printf", "the-key\\nthe-secret\\n"));
        assertThat(keys.fetch("v", echo)).isPresent();
        assertThatThrownBy(() -> keys.fetch("v", new KeySource.Command(List.of("false"))))
                .hasMessageContaining("gave no keys");
        assertThatThrownBy(() -> keys.fetch("v", new KeySource.Command(List.of("/no/such/command"))))
                .hasMessageContaining("cannot be run");
    }

    @Test
    void noSourceMeansNoKeys() {
        assertThat(keys.fetch("v", new KeySource.None())).isEmpty();
    }
}
