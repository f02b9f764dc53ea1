package sluice.net.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    private final JsonBytes json = new JsonBytes();

    @ParameterizedTest
    @ValueSource(strings = {"\u0131", "\u0130", "\u3031", "\uff11"})
    void aLetterWhoseLowByteIsADigitIsNone(String letter) {
        json.reset(letter);

        assertThat(json.peek()).isEqualTo('?');
    }

    @Test
    void aLetterWhoseLowByteIsABracketOpensNothing() {
        json.reset("\u017b}");

        assertThatThrownBy(() -> json.expect('{')).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void whatFollowsALetterBeyondLatinOneIsReadAsItStands() {
        json.reset("\"\ud83d\ude00\u0131\",7");
        json.skip();

        assertThat(json.more(']')).isTrue();
        assertThat(json.peek()).isEqualTo('7');
    }
}
