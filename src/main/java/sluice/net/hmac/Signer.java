package sluice.net.hmac;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests: HMAC-SHA256 over exactly what is sent, in hexadecimal.
 *
 * <p>Confined to one thread, because its Mac is reused.
 */
public final class Signer {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    public Signer(String secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every JDK has HmacSHA256 and takes any key", e);
        }
    }

    public String sign(String payload) {
        return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "Signer[hidden]";
    }
}
