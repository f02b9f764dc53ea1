package sluice.shell.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where aliases are kept between two prompts, one {@code NAME=COMMAND} a line. */
record AliasFile(Path file) {

    Map<String, String> read() {
        var aliases = new TreeMap<String, String>();
        if (!Files.isRegularFile(file)) {
            return aliases;
        }
        try {
            for (var line : Files.readAllLines(file)) {
                var equals = line.indexOf('=');
                if (equals > 0) {
                    aliases.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return aliases;
    }

    void write(Map<String, String> aliases) {
        var lines = aliases.entrySet().stream()
                .map(alias -> alias.getKey() + "=" + alias.getValue())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
