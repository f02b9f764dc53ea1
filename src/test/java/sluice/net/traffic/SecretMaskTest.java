package sluice.net.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

    private final SecretMask mask = new SecretMask(List.of("hunter2", ""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            https://v/order?a=1&signature=0ff1ce&b=2        | https://v/order?a=1&signature=***&b=2
            symbol=X&SIGNATURE=0ff1ce                       | symbol=X&SIGNATURE=***
            signature=0ff1ce                                | signature=***
            https://v/x?apiKey=abc                          | https://v/x?apiKey=***
            https://v/x?listenKey=abc#frag                  | https://v/x?listenKey=***#frag
            {"apiKey":"abc","signature" : "d\\"ef","n":1}   | {"apiKey":"***","signature" : "***","n":1}
            {"passphrase":"","token":"t"}                   | {"passphrase":"***","token":"***"}
            Bearer eyJhbGciOi.eyJzdWI-_x.sig-_1 and on      | Bearer *** and on
            wss://v/ws/pqia91ma19a5s61cv6a81va65sdf19v8a65a1a5s61cv6a81va65sdf19v8a65a1 | wss://v/ws/***
            the word hunter2 inside xhunter2x               | the word *** inside x***x
            {"design":"abc","tokens":["a"],"u":160}         | {"design":"abc","tokens":["a"],"u":160}
            https://v/depth?symbol=BTCUSDT&limit=1000       | https://v/depth?symbol=BTCUSDT&limit=1000
            """)
    void secretsGoAndTheRestStays(String text, String masked) {
        assertThat(mask.apply(text)).isEqualTo(masked);
    }

    @Test
    void itDoesNotTellWhatItKnows() {
        assertThat(mask).hasToString("SecretMask[1 known]");
    }
}
