package sluice.sim.binance.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import sluice.sim.front.Hmac;

/** Whether a signature is the key's over a payload: HMAC-SHA256 in hex of any case, Ed25519 in base64. */
final class Signatures {

    private Signatures() {}

    static boolean fits(ApiKey key, String payload, String signature) {
        try {
            return switch (key.kind()) {
                case HMAC -> Hmac.fits(key.secret(), payload, signature);
                case ED25519 -> isEd25519(key.secret(), payload, signature);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isEd25519(String publicKey, String payload, String signature)
            throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(bytes(payload));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
