package sluice.shell.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Command.Place;
import sluice.engine.OrderRef;
import sluice.order.ParentId;
import sluice.shell.ShellTester;

class ExecBatchTest {

    private final ShellTester shell = new ShellTester();

    @Test
    void aBatchGivesEveryLineAKeyThatAnEditChanges() {
        shell.exec(
                "buy 0.1 BTC-USDT\nbuy 0.1 BTC-USDT --tif gtd:2026-12-01T00:00:00Z --at 5; buy 1 ETH-USDT",
                "--batch",
                "m1");
        shell.exec("buy 0.1 BTC-USDT", "--batch", "m1");
        shell.exec("buy 0.2 BTC-USDT", "--batch", "m1");
        var keys = shell.desk.asked.stream()
                .filter(Place.class::isInstance)
                .map(command -> ((Place) command).origin().batchKey().orElseThrow())
                .toList();
        assertThat(keys.get(0)).matches("m1:1:[0-9a-f]{32}").isEqualTo(keys.get(3));
        assertThat(keys.get(1)).matches("m1:2:[0-9a-f]{32}");
        assertThat(keys.get(2)).matches("m1:2\\.2:[0-9a-f]{32}");
        assertThat(keys.get(4)).startsWith("m1:1:").isNotEqualTo(keys.get(0));
    }

    @Test
    void aBatchThatIsRunAgainFindsWhatItCancelledCancelled() {
        shell.exec("buy 0.1 BTC-USDT --at 50000; cancel last");
        shell.exec("cancel P-1");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err()).contains("NOT_CANCELLED: Not cancelled: P-1 is already CANCELLED.");
        shell.exec("cancel P-1", "--batch", "m1");
        assertThat(shell.status()).isZero();
    }

    private static OrderRef parent(long number) {
        return new OrderRef.OfParent(new ParentId(number));
    }

    /** The lines that were noted as done. */
    private List<String> notes() {
        return shell.desk.asked.stream()
                .filter(Command.Note.class::isInstance)
                .map(note -> ((Command.Note) note).origin().batchKey().orElseThrow())
                .toList();
    }

    @Test
    void aBatchThatIsRunAgainPassesOverWhatWasDoneAndIsNoOrder() {
        shell.exec("buy 0.1 BTC-USDT; wait last; orders", "--batch", "m1");
        var notes = notes();
        assertThat(notes).singleElement().asString().startsWith("m1:1.2:");

        resumed(notes.get(0), 3);
        shell.exec("buy 0.1 BTC-USDT; wait last; orders", "--batch", "m1");
        assertThat(shell.out()).contains("Done before: wait last");
        assertThat(shell.status()).isZero();
    }

    private void resumed(String done, long next) {
        shell.desk.when(Command.Resume.class, asked -> new Answer.Resumed(Map.of(done, new ParentId(next))));
    }

    @Test
    void whatABatchDidWithAnOrderItDoesAgainWhenThatWasPlacedAnewSince() {
        var script = "buy 0.1 BTC-USDT --at 50000; cancel last; sleep 1ms";
        shell.exec(script, "--batch", "m1");
        var cancelled = notes().get(0);
        resumed(cancelled, 2);
        shell.exec(script, "--batch", "m1");

        assertThat(shell.out()).doesNotContain("Done before");
        assertThat(shell.desk.asked)
                .filteredOn(Command.Cancel.class::isInstance)
                .extracting(asked -> ((Command.Cancel) asked).orders())
                .containsExactly(List.of(parent(1)), List.of(parent(2)));
        assertThat(notes()).filteredOn(cancelled::equals).hasSize(2);
    }

    @Test
    void aBatchWithAChangedLineIsRefusedWhole() {
        shell.desk.when(Command.Resume.class, asked -> Answer.Refused.of("BATCH_CHANGED", "Not sent: changed."));
        shell.exec("echo first; buy 0.1 BTC-USDT", "--batch", "m1");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.desk.asked).noneMatch(Place.class::isInstance);
    }
}
