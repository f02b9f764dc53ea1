package sluice.shell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sluice.shell.UnusableInputException;

class NewestTest {

    /** Counts what is looked at. */
    private static final class History extends AbstractList<Integer> {

        private int looks;

        @Override
        public Integer get(int index) {
            looks++;
            return index;
        }

        @Override
        public int size() {
            return 1_000_000;
        }
    }

    private final History history = new History();

    private static Newest asked(String... words) {
        var newest = new Newest();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(newest)).parseArgs(words);
        return newest;
    }

    @Test
    void theLastFiftyAreShownOldestFirstAndTheOthersNotEvenLookedAt() {
        var part = asked().of(history, any -> true, false);
        assertThat(part.shown())
                .isEqualTo(IntStream.range(999_950, 1_000_000).boxed().toList());
        assertThat(part.notice()).hasValueSatisfying(text -> assertThat(text).contains("--last"));
        assertThat(history.looks).isEqualTo(51);
    }

    @Test
    void asManyAsAreAskedForAreShownOfThoseThatFit() {
        var part = asked("--last", "2").of(history, number -> number % 10 == 0, false);
        assertThat(part.shown()).containsExactly(999_980, 999_990);
        assertThat(history.looks).isEqualTo(30);
    }

    @Test
    void programsGetAllUnlessTheySay() {
        assertThat(asked().of(history, any -> true, true).shown()).hasSize(1_000_000);
        assertThat(asked("--last", "3").of(history, any -> true, true).shown()).hasSize(3);
        assertThat(asked("--last", "0").of(List.of(1, 2, 3), any -> true, false).notice())
                .isEmpty();
    }

    @Test
    void whatFitsIsNotSaidToBeCut() {
        assertThat(asked("--last", "3").of(List.of(1, 2, 3), any -> true, false).isCut())
                .isFalse();
        assertThat(asked("--last", "2").of(List.of(1, 2, 3), any -> true, false).isCut())
                .isTrue();
    }

    @Test
    void lessThanNothingIsAsked() {
        assertThatThrownBy(() -> asked("--last", "-1").check()).isInstanceOf(UnusableInputException.class);
    }
}
