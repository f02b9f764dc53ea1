package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final Options NONE = Options.of(List.of());

    @Test
    void aNamedHomeHoldsStateAndConfiguration() {
        var home = Home.of(Options.of(List.of("--home", "/h")), Map.of("SLUICE_HOME", "/other"));
        assertThat(home).isEqualTo(new Home(Path.of("/h"), Path.of("/h/config.toml")));
        assertThat(Home.of(NONE, Map.of("SLUICE_HOME", "/other")).state()).isEqualTo(Path.of("/other"));
    }

    @Test
    void otherwiseTheyAreWhereXdgPutsThem() {
        var home = Home.of(NONE, Map.of("XDG_STATE_HOME", "/s", "XDG_CONFIG_HOME", "/c"));
        assertThat(home).isEqualTo(new Home(Path.of("/s/sluice"), Path.of("/c/sluice/config.toml")));
        var user = Path.of(System.getProperty("user.home"));
        assertThat(Home.of(NONE, Map.of()).state()).isEqualTo(user.resolve(".local/state/sluice"));
    }

    @Test
    void aNamedConfigurationIsTheOne() {
        var options = Options.of(List.of("--home", "/h", "--config", "/elsewhere.toml"));
        assertThat(Home.of(options, Map.of()).config()).isEqualTo(Path.of("/elsewhere.toml"));
    }

    @Test
    void profilesShareNoJournal() {
        var home = new Home(Path.of("/h"), Path.of("/c"));
        assertThat(home.journal("sim")).isNotEqualTo(home.journal("live"));
    }

    @Test
    void nobodyElseMayLookIntoItsDirectories(@TempDir Path directory) throws IOException {
        var made = Home.made(directory.resolve("a/b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(Home.made(made)).isEqualTo(made);
    }
}
