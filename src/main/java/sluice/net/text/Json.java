package sluice.net.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** An adapter's way to JSON: names keep their case, and numbers their digits. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Throws {@link UnableToReadException} for what is not JSON. */
    public static Fields read(String text) {
        try {
            var node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new UnableToReadException("nothing at all");
            }
            return new Fields(node);
        } catch (JsonProcessingException e) {
            throw new UnableToReadException(
                    "not JSON, from line " + e.getLocation().getLineNr() + " on");
        } catch (NumberFormatException e) {
            throw new UnableToReadException("a number beyond all measure");
        }
    }

    /** The same; empty for what is not JSON. */
    public static Optional<Fields> find(String text) {
        try {
            return Optional.of(read(text));
        } catch (UnableToReadException e) {
            return Optional.empty();
        }
    }
}
