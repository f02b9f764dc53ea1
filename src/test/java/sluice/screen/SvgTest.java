package sluice.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgTest {

    private static final String ESCAPE = "\u001b[";

    private static Document drawn(String text) throws Exception {
        var svg = Svg.of("a test", text).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static String attribute(Document svg, int text, String name) {
        return svg.getElementsByTagName("text")
                .item(text)
                .getAttributes()
                .getNamedItem(name)
                .getNodeValue();
    }

    @Test
    void eachRunStandsInItsColumnAndLine() throws Exception {
        var svg = drawn("ab" + ESCAPE + "31mcd" + ESCAPE + "39m\nef\n\n");
        assertThat(svg.getElementsByTagName("text").getLength()).isEqualTo(3);
        assertThat(attribute(svg, 0, "x")).isEqualTo("12");
        assertThat(attribute(svg, 1, "x")).isEqualTo("28");
        assertThat(attribute(svg, 1, "fill")).isEqualTo("#e06c75");
        assertThat(attribute(svg, 2, "y")).isEqualTo("42");
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("56");
    }

    @Test
    void whatMarkupIsMadeOfIsText() throws Exception {
        assertThat(drawn("a < b && c > d").getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("a < b && c > d".replace(' ', '\u00a0'));
    }

    @Test
    void sixteenTwoHundredFiftySixAndAllColoursAreDrawn() {
        assertThat(Pen.PLAIN.after("92").ink()).isEqualTo("#b5e890");
        assertThat(Pen.PLAIN.after("38;5;196").ink()).isEqualTo("#ff0000");
        assertThat(Pen.PLAIN.after("38;5;244").ink()).isEqualTo("#808080");
        assertThat(Pen.PLAIN.after("48;2;1;2;3;1").paper()).isEqualTo("#010203");
        assertThat(Pen.PLAIN.after("101").paper()).isEqualTo("#ff7b86");
    }

    @Test
    void inverseSwapsAndAnEndTakesBack() {
        var pen = Pen.PLAIN.after("1;7;33");
        assertThat(pen.paper()).isEqualTo("#e5c07b");
        assertThat(pen.ink()).isEqualTo(Pen.PAPER);
        assertThat(pen.attributes()).contains("bold");
        assertThat(pen.after("22;27").attributes()).isEqualTo(" fill=\"#e5c07b\"");
        assertThat(pen.after("")).isEqualTo(Pen.PLAIN);
    }

    @Test
    void colourGoesOnInTheNextLine() throws Exception {
        var svg = drawn(ESCAPE + "32ma\nb");
        assertThat(attribute(svg, 1, "fill")).isEqualTo("#98c379");
    }
}
