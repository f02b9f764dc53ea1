package sluice.sim.server.counter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The keys of the desk's account: the same for the same seed, so that a desk finds its account again. */
record SimKeys(long seed, String venue) {

    /** A key as most venues have it: two words, the second an HMAC secret. */
    SimKey hmac() {
        return new SimKey(derived("key"), derived("secret"));
    }

    /** A key pair of the curve P-256. */
    EcKeyPair ec() {
        return EcKeyPair.of(new BigInteger(derived("secret"), 16));
    }

    String derived(String what) {
        try {
            var text = "sluice simulator|" + seed + "|" + venue + "|" + what;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
