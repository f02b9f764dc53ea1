package sluice.net.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import sluice.venue.BadFrame;

/** Which kind of bad a frame or reply is that could not be read. */
public final class Flaw {

    private static final JsonFactory JSON = new JsonFactory();

    /** What a decoder puts in place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private Flaw() {}

    public static BadFrame of(String text, MalformedFrameException why) {
        return of(text, why.kind());
    }

    public static BadFrame of(String text, UnableToReadException why) {
        return of(text, why.kind());
    }

    /** By its text alone. */
    public static BadFrame of(String text) {
        return of(text, Optional.empty());
    }

    private static BadFrame of(String text, Optional<BadFrame> said) {
        if (said.isPresent()) {
            return said.orElseThrow();
        }
        if (text.length() > JsonBytes.LONGEST) {
            return BadFrame.OVERSIZED;
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            return BadFrame.NOT_UTF8;
        }
        return isObjectOrArray(text) ? json(text) : BadFrame.NOT_JSON;
    }

    private static boolean isObjectOrArray(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '[');
    }

    private static BadFrame json(String text) {
        try (var parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return BadFrame.MALFORMED;
        } catch (JsonEOFException cut) {
            return BadFrame.TRUNCATED;
        } catch (JsonProcessingException broken) {
            return BadFrame.MALFORMED;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
    }
}
