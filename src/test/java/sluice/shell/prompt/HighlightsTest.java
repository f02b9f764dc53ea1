package sluice.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import sluice.shell.CommandTable;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;

class HighlightsTest {

    private final Session session =
            new Session(new ShellTester().context(), CommandTable.standard(), Manner.script("prompt", Duration.ZERO));
    private final Highlights highlights = new Highlights(session);

    /** One letter a character: Bold command, Option, Name, Wrong, or a dot for what is plain. */
    private String styled(String line) {
        var text = highlights.highlighted(line);
        assertThat(text.toString()).isEqualTo(line);
        var letters = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            letters.append(letter(text, i));
        }
        return letters.toString();
    }

    private static char letter(AttributedString text, int at) {
        var style = text.styleAt(at);
        if (style.equals(AttributedStyle.BOLD)) {
            return 'B';
        }
        if (style.equals(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN))) {
            return 'O';
        }
        if (style.equals(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN))) {
            return 'N';
        }
        return style.equals(AttributedStyle.DEFAULT) ? '.' : 'W';
    }

    @Test
    void commandsOptionsAndNamesThereAreStandOut() {
        assertThat(styled("buy 1 BTC-USDT --on alpha --post-only")).isEqualTo("BBB...NNNNNNNN.OOOO.NNNNN.OOOOOOOOOOO");
        assertThat(styled("book eth-usdt")).isEqualTo("BBBB.NNNNNNNN");
    }

    @Test
    void whatTheParserWouldNotTakeIsWrong() {
        assertThat(styled("buy 1e5 BTC-USDT")).isEqualTo("BBB.WWW.NNNNNNNN");
        assertThat(styled("buy 1 BTC-USDT --nonsense x")).startsWith("BBB...NNNNNNNN.WWWWWWWWWW");
        assertThat(styled("orders --venue alpha extra more")).startsWith("BBBBBB.OOOOOOO.NNNNN.WWWWW");
    }

    @Test
    void theWordUnderTheCursorIsNotYetWrong() {
        assertThat(styled("ord")).isEqualTo("...");
        assertThat(styled("buy 1 BTC-USDT --po")).isEqualTo("BBB...NNNNNNNN.....");
        assertThat(styled("buy 1e")).isEqualTo("BBB...");
    }

    @Test
    void aWordThatBeginsNoCommandIsWrongAtOnce() {
        assertThat(styled("ordrs")).isEqualTo("WWWWW");
        assertThat(styled("ordrs x")).isEqualTo("WWWWW..");
    }

    @Test
    void eachCommandOfALineIsLookedAtByItself() {
        assertThat(styled("echo a; nonsense ; orders")).isEqualTo("BBBB....WWWWWWWW...BBBBBB");
    }

    @Test
    void anAliasIsACommand() {
        session.aliases().put("clip", "buy 0.1 BTC-USDT");
        assertThat(styled("clip --on alpha")).startsWith("BBBB.");
    }

    @Test
    void aWatchedCommandIsOneToo() {
        assertThat(styled("watch --every 1s book BTC-USDT --dpth 3"))
                .isEqualTo("BBBBB.OOOOOOO....BBBB.NNNNNNNN.WWWWWW..");
    }

    @Test
    void aQuoteThatIsStillOpenIsLeftAsItIs() {
        assertThat(styled("note 'what was")).isEqualTo("..............");
    }
}
