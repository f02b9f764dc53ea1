package sluice.sim.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Key pairs made from numbers. */
class EcKeyPairTest {

    private static final byte[] MESSAGE = "sample".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6979, A.2.5: a private key of P-256 and the public key that belongs to it. */
    @Test
    void thePublicKeyIsTheOneTheStandardHas() {
        var secret = new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16);
        var pair = EcKeyPair.of(secret.subtract(BigInteger.ONE));
        assertThat(pair.secret()).isEqualTo(secret);
        var point = ((ECPublicKey) pair.publicKey()).getW();
        assertThat(point.getAffineX().toString(16))
                .isEqualToIgnoringCase("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6");
        assertThat(point.getAffineY().toString(16))
                .isEqualToIgnoringCase("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299");
    }

    @Test
    void whatTheSecretSignsThePublicKeyVerifies() throws GeneralSecurityException {
        for (int number = 0; number < 20; number++) {
            var pair = new SimKeys(number, "coinbase").ec();
            var spec = new ECPrivateKeySpec(pair.secret(), ((ECPublicKey) pair.publicKey()).getParams());
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(KeyFactory.getInstance("EC").generatePrivate(spec));
            signer.update(MESSAGE);
            var signature = signer.sign();
            signer.initVerify(pair.publicKey());
            signer.update(MESSAGE);
            assertThat(signer.verify(signature)).isTrue();
        }
    }

    @Test
    void thePemHoldsBothKeysAndNothingIsPrinted() {
        var pair = EcKeyPair.of(BigInteger.TEN);
        var body = pair.pem().replaceAll("-----[A-Z ]+-----|\n", "");
        var der = HexFormat.of().formatHex(Base64.getDecoder().decode(body));
        assertThat(der).startsWith("30770201010420" + "0".repeat(63) + "b").hasSize(2 * 121);
        assertThat(pair.toString()).doesNotContain("11");
    }
}
