package sluice.attach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Bodies of frames that are JSON objects: members nobody knows are passed over, missing ones are not. */
final class Bodies {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Bodies() {}

    static Frame of(Frame.Kind kind, Record body) {
        try {
            return new Frame(kind, MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError("plain records can be written", e);
        }
    }

    static <T extends Record> T read(Frame frame, Frame.Kind wanted, Class<T> type) throws MalformedFrameException {
        if (frame.kind() != wanted) {
            throw new MalformedFrameException(frame.kind() + " where " + wanted + " belongs");
        }
        try {
            return MAPPER.readValue(frame.body(), type);
        } catch (IOException e) {
            throw new MalformedFrameException("the body of " + wanted + " is not what it should be");
        }
    }
}
