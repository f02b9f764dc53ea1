package sluice.venue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import sluice.order.ClOrdId;

/** How our id is written for a venue. A pure function of the id, so a restart writes the same. */
public enum ClientIdCodec {
    /** As it is. */
    PLAIN {
        @Override
        public String encode(ClOrdId id) {
            return id.value();
        }
    },
    /** Letters and digits only. */
    ALPHANUMERIC {
        @Override
        public String encode(ClOrdId id) {
            return id.value().replace("-", "x");
        }
    },
    /** A version 5 UUID (RFC 9562) of the id, for venues that take nothing else. */
    UUID_V5 {
        @Override
        public String encode(ClOrdId id) {
            return uuid(id.value()).toString();
        }
    };

    /** The id as the venue is told it. */
    public abstract String encode(ClOrdId id);

    private static final byte[] NAMESPACE = "sluice.client-order".getBytes(StandardCharsets.US_ASCII);

    private static UUID uuid(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(NAMESPACE);
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var most = hash.getLong() & ~0xF000L | 0x5000L;
            var least = hash.getLong() & ~(0xC0L << 56) | 0x80L << 56;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-1", e);
        }
    }
}
