package sluice.app;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import sluice.app.toml.UnusableConfigException;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.market.DeskException;
import sluice.report.Failure;
import sluice.shell.ExitStatus;
import sluice.shell.UnableToRunException;
import sluice.sim.server.UnableToServeException;
import sluice.sim.store.ForeignSeedException;
import sluice.sim.store.UnableToKeepException;

/** What went wrong on the way to a desk, as what an operator is told and the caller gets. */
public final class Trouble {

    private Trouble() {}

    /** Empty for what nobody expected, which is a bug. */
    public static Optional<UnableToRunException> of(RuntimeException e) {
        if (e instanceof UnableToRunException known) {
            return Optional.of(known);
        }
        if (e instanceof UnableToOpenException journal) {
            return Optional.of(journal(journal));
        }
        if (e instanceof UnusableConfigException config) {
            return Optional.of(config(config));
        }
        if (e instanceof ForeignSeedException) {
            return Optional.of(unable("FOREIGN_SEED", message(e)));
        }
        if (e instanceof UnableToKeepException || e instanceof UnableToServeException) {
            return Optional.of(unable("SIMULATOR", message(e)));
        }
        if (e instanceof UncheckedIOException io) {
            return Optional.of(unable("FILE", file(io)));
        }
        return e instanceof DeskException ? Optional.of(unable("UNUSABLE", message(e))) : Optional.empty();
    }

    /** The file system names the file and leaves the reason to the kind of its complaint. */
    private static String file(UncheckedIOException e) {
        if (!(e.getCause() instanceof FileSystemException io)) {
            var cause = e.getCause();
            return "Cannot read or write: " + (cause == null ? message(e) : cause.getMessage());
        }
        return "Cannot read or write " + io.getFile() + ": " + why(io)
                + ". --home DIR puts state elsewhere; doctor checks what is needed.";
    }

    private static String why(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "it is not there and cannot be made";
        }
        return e instanceof AccessDeniedException
                ? "this user may not"
                : Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
    }

    private static UnableToRunException journal(UnableToOpenException e) {
        return e.why() == Why.HELD
                ? new UnableToRunException(ExitStatus.JOURNAL_HELD, Failure.of("JOURNAL_HELD", message(e)))
                : unable("JOURNAL_" + e.why(), message(e));
    }

    private static UnableToRunException config(UnusableConfigException e) {
        var failure = Failure.of("CONFIGURATION", message(e));
        if (!e.flaws().isEmpty()) {
            var first = e.flaws().get(0);
            failure = failure.with("file", first.file())
                    .with("line", first.line())
                    .with("column", first.column())
                    .with("key", first.key());
        }
        return new UnableToRunException(ExitStatus.CONFIGURATION, failure);
    }

    private static UnableToRunException unable(String code, String message) {
        return new UnableToRunException(ExitStatus.CONFIGURATION, Failure.of(code, message));
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
