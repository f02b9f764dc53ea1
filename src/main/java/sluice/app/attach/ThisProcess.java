package sluice.app.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sluice.app.Version;
import sluice.attach.Greeting;

/** Who this process is, as it tells a desk it attaches to, or whoever attaches to it. */
public final class ThisProcess {

    private static final List<String> TERMINALS = List.of("pts/", "tty");

    private ThisProcess() {}

    public static Greeting greeting(String profile) {
        var process = ProcessHandle.current();
        return new Greeting(
                Greeting.PROTOCOL,
                Version.NUMBER,
                process.pid(),
                terminal(),
                since(process).toString(),
                profile);
    }

    static Instant since(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The terminal at standard input; nothing where there is none, or the system does not say. */
    private static String terminal() {
        try {
            var name = Files.readSymbolicLink(Path.of("/proc/self/fd/0"))
                    .toString()
                    .replaceFirst("^/dev/", "");
            return TERMINALS.stream().anyMatch(name::startsWith) && name.matches("[a-zA-Z0-9/]{1,32}") ? name : "";
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }
}
