package sluice.venue.coinbase.trade.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The private key of an API key, in any form the venue or its users write it; prints nothing. Immutable.
 *
 * <p>Authentication, "API key": an EC P-256 key as PEM, in SEC1 ({@code EC PRIVATE KEY}) or PKCS#8 ({@code PRIVATE
 * KEY}) form, with line ends that may be escaped; or an Ed25519 key as PEM or as bare base64 of 32 or 64 bytes, of
 * which the first 32 count. The random number inside an ECDSA signature is the JDK's own: one that somebody else could
 * draw again would give the key away.
 */
public final class SigningKey {

    private static final String FORMS =
            "Expected the EC P-256 private key as PEM (BEGIN EC PRIVATE KEY or BEGIN PRIVATE KEY), or an Ed25519 key"
                    + " as base64. Copy it again from the key file that Coinbase gave you.";

    /** PKCS#8 of RFC 5208 around an EC key of prime256v1, up to the length of what is inside. */
    private static final byte[] EC_ALGORITHM =
            HexFormat.of().parseHex("020100301306072a8648ce3d020106082a8648ce3d030107");

    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int ED25519_BYTES = 32;
    private static final int P256_BITS = 256;

    private final PrivateKey key;
    private final Algorithm algorithm;

    /** How the key signs: its name in a token's header, and the JDK's. */
    enum Algorithm {
        ES256("EC", "SHA256withECDSAinP1363Format"),
        EdDSA("Ed25519", "Ed25519");

        private final String family;
        private final String signature;

        Algorithm(String family, String signature) {
            this.family = family;
            this.signature = signature;
        }
    }

    private SigningKey(PrivateKey key, Algorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /** Reads a secret; throws {@link UnusableKeyException} for what is none. */
    public static SigningKey of(String secret) {
        var text = secret.replace("\\n", "\n").replace("\\r", "").strip();
        var bytes = decoded(text.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", ""));
        if (text.contains("BEGIN EC PRIVATE KEY")) {
            return read(pkcs8(bytes), Algorithm.ES256)
                    .orElseThrow(() -> unusable("The API secret is an EC key, but no readable one on P-256."));
        }
        if (text.contains("BEGIN PRIVATE KEY")) {
            return read(bytes, Algorithm.ES256)
                    .or(() -> read(bytes, Algorithm.EdDSA))
                    .orElseThrow(() -> unusable("The API secret is a private key of a kind Coinbase does not use."));
        }
        if (bytes.length == ED25519_BYTES || bytes.length == 2 * ED25519_BYTES) {
            return read(joined(ED25519_PREFIX, bytes, ED25519_BYTES), Algorithm.EdDSA)
                    .orElseThrow(() -> unusable("The API secret is no Ed25519 key."));
        }
        throw unusable("The API secret is not a private key.");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unusable("The API secret is not a private key: it is not base64 between its first and last line.");
        }
    }

    private static UnusableKeyException unusable(String what) {
        return new UnusableKeyException(what + " " + FORMS);
    }

    private static Optional<SigningKey> read(byte[] pkcs8, Algorithm algorithm) {
        try {
            var key = KeyFactory.getInstance(algorithm.family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var isOtherCurve = key instanceof ECPrivateKey curve
                    && curve.getParams().getOrder().bitLength() != P256_BITS;
            return isOtherCurve ? Optional.empty() : Optional.of(new SigningKey(key, algorithm));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] pkcs8(byte[] sec1) {
        var wrapped = joined(header(0x04, sec1.length), sec1, sec1.length);
        var content = joined(EC_ALGORITHM, wrapped, wrapped.length);
        return joined(header(0x30, content.length), content, content.length);
    }

    /** Tag and length in DER, which wants the shortest form; no key is longer than a byte of length can say. */
    private static byte[] header(int tag, int length) {
        return length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    }

    private static byte[] joined(byte[] head, byte[] tail, int length) {
        var both = new byte[head.length + length];
        System.arraycopy(head, 0, both, 0, head.length);
        System.arraycopy(tail, 0, both, head.length, length);
        return both;
    }

    /** The name of the algorithm in a token's header. */
    String algorithm() {
        return algorithm.name();
    }

    /**
     * Signs as JOSE wants it. RFC 7518, 3.4: the ECDSA signature is R and S, 32 bytes each, one after the other; not
     * the DER that the JDK makes under its usual name.
     */
    byte[] sign(String text) {
        try {
            var signature = Signature.getInstance(algorithm.signature);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a key that was read can sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
