package sluice.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.utils.Signals;
import sluice.report.Failure;

/** Whoever started this process. */
record Here(InputStream in) implements Caller {

    @Override
    public String via() {
        return "";
    }

    @Override
    public String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            var why = Files.isDirectory(file)
                    ? "it is a directory"
                    : Files.exists(file) ? "it is not readable UTF-8 text" : "there is no such file";
            throw new UnusableInputException(Failure.of("NO_SCRIPT", "cannot read " + file + ": " + why));
        }
    }

    @Override
    public boolean confirms(String question) {
        var console = System.console();
        if (console == null) {
            return false;
        }
        var typed = console.readLine("%s [y/N] ", question);
        return typed != null && typed.strip().matches("(?i)y|yes");
    }

    @Override
    public Listening on(Signal signal, Runnable action) {
        var name = switch (signal) {
            case INTERRUPT -> "INT";
            case HANG_UP -> "HUP";
        };
        var before = Signals.register(name, action);
        return () -> Signals.unregister(name, before);
    }
}
