package sluice.venue.coinbase.trade.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys made by openssl for these tests, in every form that a secret comes in, and what verifies their signatures. */
public final class TestKeys {

    public static final String NAME = "organizations/o/apiKeys/k";

    public static final String SEC1 = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIOfcd8nkujteiB7sgpbDOvxeFr9qAj+k6vVmNXdEd7AQoAoGCCqGSM49
            AwEHoUQDQgAER6j7jTNvWX2lfDe+wIdWZ530l2t7RQfE6msOeDcZkt7Orpg1+0NN
            35ovhiRtrkZpyruVhIhLk1LoAuJ6RoBYwA==
            -----END EC PRIVATE KEY-----
            """;

    static final String PKCS8 = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg59x3yeS6O16IHuyC
            lsM6/F4Wv2oCP6Tq9WY1d0R3sBChRANCAARHqPuNM29ZfaV8N77Ah1ZnnfSXa3tF
            B8Tqaw54NxmS3s6umDX7Q03fmi+GJG2uRmnKu5WEiEuTUugC4npGgFjA
            -----END PRIVATE KEY-----
            """;

    static final String ED25519 = "ZUKKqM9/AmzjGNP74nqApbmcwwA1RSjaEXcM6PyKxAA=";

    static final String ED25519_PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIGVCiqjPfwJs4xjT++J6gKW5nMMANUUo2hF3DOj8isQA
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAER6j7jTNvWX2lfDe+wIdWZ530l2t7"
            + "RQfE6msOeDcZkt7Orpg1+0NN35ovhiRtrkZpyruVhIhLk1LoAuJ6RoBYwA==";

    private static final String ED25519_PUBLIC = "MCowBQYDK2VwAyEAgiK2YniMDtdor2lzFUBp5/QIxCt0e8Eso5kmr3GdjtQ=";

    private TestKeys() {}

    public static Credentials credentials() {
        return new Credentials(NAME, SEC1);
    }

    /** Whether a token's signature is that of the key, in the form that JOSE has for it. */
    static boolean isSigned(String token, boolean edwards) {
        var signed = token.substring(0, token.lastIndexOf('.'));
        var signature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
        try {
            var key = KeyFactory.getInstance(edwards ? "Ed25519" : "EC")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(edwards ? ED25519_PUBLIC : PUBLIC)));
            var verifier = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.length == 64 && verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
