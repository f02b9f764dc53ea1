package sluice.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static List<Typed> commands(String text) {
        return Script.of(text, "s").items().stream()
                .map(item -> ((Script.Read) item).typed())
                .toList();
    }

    private static List<List<String>> words(String text) {
        return commands(text).stream().map(Typed::texts).toList();
    }

    @Test
    void semicolonsAndLinesSeparateCommands() {
        assertThat(words("buy 1 A; sell 2 B\n\n orders ;; \r\nexit"))
                .containsExactly(
                        List.of("buy", "1", "A"), List.of("sell", "2", "B"), List.of("orders"), List.of("exit"));
    }

    @Test
    void aCommentHidesTheRestOfItsLineButNotAHashInsideAWord() {
        assertThat(words("# morning\nnote a#b # why; not\norders"))
                .containsExactly(List.of("note", "a#b"), List.of("orders"));
        assertThat(commands("buy 1 A   # first").get(0).text()).isEqualTo("buy 1 A");
    }

    @Test
    void quotesKeepWordsTogether() {
        assertThat(words("note 'a; b # c' \"d \\\"e\\\" \\n\" f\\ g ''"))
                .containsExactly(List.of("note", "a; b # c", "d \"e\" \\n", "f g", ""));
    }

    @Test
    void everyWordKnowsItsColumnAndEveryCommandItsLine() {
        var third = commands("a\n\n  buy 0.5 BTC-USDT; sell 1 X").get(1);
        assertThat(third.line()).isEqualTo(3);
        assertThat(third.words()).extracting(Typed.Word::column).containsExactly(3, 7, 11);
    }

    @Test
    void commandsOfOneLineHaveKeysOfTheirOwn() {
        assertThat(commands("a; b\nc")).extracting(Typed::key).containsExactly("1", "1.2", "2");
    }

    @Test
    void aQuoteWithoutEndSpoilsItsLineOnly() {
        var items = Script.of("orders\nnote 'oops\nexit", "s").items();
        assertThat(items).hasSize(3);
        assertThat(items.get(1))
                .isEqualTo(new Script.Unreadable(
                        "note 'oops", "s", 2, 6, "a quote that begins here has no end on its line"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstCommand() {
        assertThat(words("\uFEFForders")).containsExactly(List.of("orders"));
    }

    @Property
    void whatIsQuotedComesBackAsItWas(@ForAll @NotEmpty List<String> words) {
        var plain = words.stream().map(word -> word.replaceAll("[\\n']", "")).toList();
        var typed = plain.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        assertThat(words(typed)).containsExactly(plain);
    }

    @Property
    void anyTextIsCutIntoCommandsOrSaidToBeUnreadable(@ForAll String text) {
        assertThat(Script.of(text, "s").items())
                .allSatisfy(item -> assertThat(item.line()).isPositive());
    }
}
