package sluice.sim.front;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in hex, as venues sign with it. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    /** Each thread's last one: requests under one key follow each other, and making one takes longer than using it. */
    private static final ThreadLocal<Keyed> LAST = new ThreadLocal<>();

    private record Keyed(String secret, Mac mac) {

        @Override
        public String toString() {
            return "Keyed[hidden]";
        }
    }

    private Hmac() {}

    public static String hex(String secret, String payload) {
        var last = LAST.get();
        if (last == null || !last.secret().equals(secret)) {
            last = new Keyed(secret, keyed(secret));
            LAST.set(last);
        }
        return HexFormat.of().formatHex(last.mac().doFinal(bytes(payload)));
    }

    private static Mac keyed(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the signature, in hex of any case, is the secret's over the payload. */
    public static boolean fits(String secret, String payload, String signature) {
        return MessageDigest.isEqual(bytes(hex(secret, payload)), bytes(signature.toLowerCase(Locale.ROOT)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
