package sluice.app.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Desk;
import sluice.order.parent.Origin;

/**
 * Looks for word to kill that somebody left beside the journal, and passes it on to the desk. Safe for any thread.
 *
 * <p>The word is taken away only when the desk has answered, so one that comes while the desk is down or breaks waits
 * for the next.
 */
final class KillWord implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KillWord.class);
    private static final long EVERY_MILLIS = 100;

    private final Path file;
    private final Desk desk;
    private final ScheduledExecutorService pool;
    private boolean passed;

    private KillWord(Path file, Desk desk) {
        this.file = file;
        this.desk = desk;
        this.pool = Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("kill-word", work));
    }

    /** Begins to look; whatever is there already is passed on before this returns. */
    static KillWord watch(Path journal, Desk desk) {
        var word = new KillWord(OwnPath.word(journal), desk);
        word.look();
        word.pool.scheduleWithFixedDelay(word::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return word;
    }

    private synchronized void look() {
        if (passed || !Files.exists(file)) {
            return;
        }
        passed = true;
        asked().thenAccept(this::answered).whenComplete((done, failure) -> over(Optional.ofNullable(failure)));
    }

    /** However it fails, the next look asks again. */
    private CompletableFuture<Answer> asked() {
        try {
            return desk.ask(new Command.Kill(false, new Origin(who(), "kill", "kill", Optional.empty())));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized void over(Optional<Throwable> failure) {
        passed = false;
        failure.ifPresent(why -> LOG.error("the desk was not told to kill and will be again", why));
    }

    private String who() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            LOG.warn("who left {} cannot be read", file);
            return "unknown";
        }
    }

    /** Only a kill that is durable makes the word needless. */
    private void answered(Answer answer) {
        if (!(answer instanceof Answer.Killed) || !desk.view().journalFault().isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be taken away; the desk will kill again", file, e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
