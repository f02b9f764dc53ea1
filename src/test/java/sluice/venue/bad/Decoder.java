package sluice.venue.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.UnableToReadException;

/**
 * What reads one kind of message, with an example of it. Whatever a damaged one says, it is read, or refused in the two
 * ways that sessions count.
 */
public record Decoder(String example, Consumer<String> read) {

    private static final List<String> NONSENSE =
            List.of("", "<html><body>502</body></html>", "null", "[]", "\"x\"", "42", "\ufffd\ufffd", "{");

    /** One of them is given its example, damaged in a way that the seed says. */
    public static void readDamaged(List<Decoder> all, long seed) {
        var random = new Random(seed);
        var decoder = all.get(random.nextInt(all.size()));
        decoder.readOrRefuse(Damage.of(decoder.example, random));
    }

    /** All are given their examples, and then what is none. */
    public static void readExamplesAndNonsense(List<Decoder> all) {
        for (var decoder : all) {
            decoder.read.accept(decoder.example);
            NONSENSE.forEach(decoder::readOrRefuse);
        }
    }

    private void readOrRefuse(String text) {
        try {
            read.accept(text);
        } catch (MalformedFrameException | UnableToReadException expected) {
            assertThat(expected).hasMessageNotContaining("organizations/");
        } catch (RuntimeException e) {
            fail("thrown through: " + text, e);
        }
    }
}
