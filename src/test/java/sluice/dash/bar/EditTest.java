package sluice.dash.bar;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import org.junit.jupiter.api.Test;

class EditTest {

    private final Edit edit = new Edit("buy 1 BTC-USDT");

    private EditTest types(String text) {
        text.chars().forEach(each -> edit.takes(new KeyStroke((char) each, false, false)));
        return this;
    }

    private EditTest presses(KeyType... keys) {
        for (var key : keys) {
            edit.takes(new KeyStroke(key));
        }
        return this;
    }

    private EditTest holdsControl(char letter) {
        edit.takes(new KeyStroke(letter, true, false));
        return this;
    }

    @Test
    void whatIsTypedStandsWhereTheCursorIs() {
        presses(KeyType.Home).types("re").presses(KeyType.ArrowRight).types("X");
        assertThat(edit.text()).isEqualTo("rebXuy 1 BTC-USDT");
        assertThat(edit.cursor()).isEqualTo(4);
    }

    @Test
    void wordsAndEndsAreErasedAsAtThePrompt() {
        holdsControl('w');
        assertThat(edit.text()).isEqualTo("buy 1 ");
        holdsControl('a').presses(KeyType.Delete).holdsControl('e').presses(KeyType.Backspace, KeyType.Backspace);
        assertThat(edit.text()).isEqualTo("uy ");
        holdsControl('u');
        assertThat(edit.text()).isEmpty();
        presses(KeyType.Backspace, KeyType.ArrowLeft, KeyType.Delete);
        assertThat(edit.cursor()).isZero();
    }

    @Test
    void whatATerminalMayNotBeSentIsNotTaken() {
        types("\u0007\u001b");
        assertThat(edit.text()).isEqualTo("buy 1 BTC-USDT");
    }

    @Test
    void aKeyThatMeansNothingHereSaysSo() {
        assertThat(edit.takes(new KeyStroke(KeyType.F5))).isFalse();
        assertThat(edit.takes(new KeyStroke('t', true, false))).isFalse();
    }
}
