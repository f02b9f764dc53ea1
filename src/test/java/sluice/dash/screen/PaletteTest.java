package sluice.dash.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.dash.cell.Tone;

class PaletteTest {

    @ParameterizedTest
    @EnumSource(Tone.class)
    void withoutColourThereIsNone(Tone tone) {
        assertThat(new Palette(Depth.NONE).cell('x', tone).getForegroundColor()).isEqualTo(TextColor.ANSI.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void whatIsStaleIsStruckOutHoweverFewColoursThereAre(Depth depth) {
        assertThat(new Palette(depth).cell('x', Tone.STALE).getModifiers()).contains(SGR.CROSSED_OUT);
        assertThat(new Palette(depth).cell('x', Tone.SELECTED).getModifiers()).contains(SGR.REVERSE);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u001b', '\u0007', '\n', '\u202e', '\u0301', '\ud83d'})
    void whatATerminalMustNotBeSentIsAQuestionMark(char bad) {
        assertThat(new Palette(Depth.TRUE).cell(bad, Tone.PLAIN).getCharacterString())
                .isEqualTo("?");
    }

    @Test
    void coloursAreAsManyAsTheTerminalHas() {
        assertThat(Depth.of(false, 256, Map.of("COLORTERM", "truecolor"))).isEqualTo(Depth.NONE);
        assertThat(Depth.of(true, 8, Map.of("COLORTERM", "truecolor"))).isEqualTo(Depth.TRUE);
        assertThat(Depth.of(true, 256, Map.of())).isEqualTo(Depth.INDEXED);
        assertThat(Depth.of(true, 8, Map.of())).isEqualTo(Depth.SIXTEEN);
        assertThat(Depth.of(true, -1, Map.of())).isEqualTo(Depth.NONE);
    }
}
