package sluice.dash.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Glyphs RICH = new Glyphs(true);
    private static final Glyphs ASCII = new Glyphs(false);

    @Test
    void aLineIsFilledUpOrCutWhichItsLastColumnShows() {
        assertThat(Line.of("abc").fit(5, RICH).text()).isEqualTo("abc  ");
        assertThat(Line.of("abcdef").fit(5, RICH).text()).isEqualTo("abcd…");
        assertThat(Line.of("abcdef").fit(5, ASCII).text()).isEqualTo("abcd~");
    }

    @Test
    void aLongLineIsBrokenBetweenWordsAndKeepsItsTones() {
        var line = Line.of("one two three ").plus("four five six", Tone.BAD);
        assertThat(line.wrapped(14))
                .extracting(Line::text)
                .containsExactly("one two three", "    four five", "    six");
        assertThat(line.wrapped(14).get(2).spans())
                .last()
                .extracting(Span::tone)
                .isEqualTo(Tone.BAD);
    }

    @Test
    void aWordThatIsTooLongIsBrokenAnywhereAndNothingIsLost() {
        var word = "0123456789".repeat(5);
        var broken = Line.of(word).wrapped(20);
        assertThat(broken).allMatch(line -> line.width() <= 20);
        assertThat(String.join("", broken.stream().map(Line::text).toList()).replace(" ", ""))
                .isEqualTo(word);
    }

    @Test
    void coloursOfATerminalBecomeTones() {
        assertThat(Line.coloured("a \u001b[31mbad\u001b[0m one").spans())
                .containsExactly(new Span("a ", Tone.PLAIN), new Span("bad", Tone.BAD), new Span(" one", Tone.PLAIN));
    }

    @Test
    void barsGoByEighthsOrByWholeSigns() {
        assertThat(RICH.bar(0.5, 3)).isEqualTo("█▌ ");
        assertThat(ASCII.bar(0.5, 4)).isEqualTo("##  ");
        assertThat(ASCII.progress(0.25, 4)).isEqualTo("#...");
        assertThat(RICH.bar(Double.NaN, 2)).isEqualTo("  ");
        assertThat(RICH.bar(7, 2)).isEqualTo("██");
    }

    @Test
    void aTrendLeavesAGapWhereNothingIsKnown() {
        assertThat(ASCII.spark(List.of(0.0, Double.NaN, 10.0), 10)).isEqualTo("_ #");
        assertThat(RICH.spark(List.of(1.0, 2.0, 4.0, 8.0), 2)).isEqualTo("▅█");
        assertThat(RICH.spark(List.of(), 2)).isEmpty();
    }

    @Test
    void agesAreSaidAsRoughlyAsTheyMatter() {
        assertThat(Age.said(Duration.ofMillis(7))).isEqualTo("7 ms");
        assertThat(Age.said(Duration.ofMillis(1_250))).isEqualTo("1.2 s");
        assertThat(Age.said(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Age.said(Duration.ofHours(25))).isEqualTo("1 d 1 h");
        assertThat(Age.said(Duration.ofSeconds(-3))).isEqualTo("0 ms");
    }
}
