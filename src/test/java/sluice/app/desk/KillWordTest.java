package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.shell.ScriptedDesk;

class KillWordTest {

    private static final Answer KILLED = new Answer.Killed(false, List.of(), List.of());

    @TempDir
    Path directory;

    private final AtomicInteger asked = new AtomicInteger();
    private Path journal;

    @BeforeEach
    void leaveWord() throws IOException {
        journal = directory.resolve("journal.db");
        Files.writeString(OwnPath.word(journal), "ann");
    }

    /** A desk whose first answer is that, and which kills when it is asked again. */
    private ScriptedDesk desk(Answer first) {
        return new ScriptedDesk().when(Command.Kill.class, command -> asked.incrementAndGet() == 1 ? first : KILLED);
    }

    private void assertGoneAfter(int times, ScriptedDesk desk) {
        var word = KillWord.watch(journal, desk);
        await().until(() -> Files.notExists(OwnPath.word(journal)));
        word.close();
        assertThat(asked).hasValue(times);
        assertThat(((Command.Kill) desk.asked.get(0)).origin().user()).isEqualTo("ann");
    }

    @Test
    void wordIsPassedOnOnceAndTakenAway() {
        assertGoneAfter(1, desk(KILLED));
    }

    @Test
    void aDeskThatRefusesIsAskedAgain() {
        assertGoneAfter(2, desk(Answer.Refused.of("BUSY", "Not now.")));
    }

    @Test
    void aDeskThatBreaksIsAskedAgain() {
        var desk = new ScriptedDesk().when(Command.Kill.class, command -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
            return KILLED;
        });
        assertGoneAfter(2, desk);
    }

    @Test
    void wordStaysWhereTheKillIsNotDurable() {
        var word = KillWord.watch(journal, desk(KILLED).journalFault("disk full"));
        await().until(() -> asked.get() > 2);
        word.close();
        assertThat(OwnPath.word(journal)).exists();
    }
}
