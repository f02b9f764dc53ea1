package sluice.sim.server.counter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A P-256 key pair made from a number, for which the platform has no call. Immutable.
 *
 * <p>Good for a simulator only: the arithmetic takes no care of what its timing tells.
 */
record EcKeyPair(BigInteger secret, PublicKey publicKey) {

    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    private static final BigInteger THREE = BigInteger.valueOf(3);

    static EcKeyPair of(BigInteger number) {
        var secret = number.mod(CURVE.getOrder().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        try {
            var point = new ECPublicKeySpec(times(secret), CURVE);
            return new EcKeyPair(secret, KeyFactory.getInstance("EC").generatePublic(point));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** RFC 5915, an ECPrivateKey of the curve prime256v1 with its public key, as PEM. */
    String pem() {
        var point = times(secret);
        var der = "30770201010420" + hex(secret) + "a00a06082a8648ce3d030107a14403420004" + hex(point.getAffineX())
                + hex(point.getAffineY());
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + lines.encodeToString(HexFormat.of().parseHex(der))
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    private static String hex(BigInteger number) {
        var digits = number.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    /** The generator added to itself so many times: doubled for every bit, added for every one. */
    private static ECPoint times(BigInteger count) {
        var sum = Optional.<ECPoint>empty();
        for (int bit = count.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.map(EcKeyPair::doubled);
            if (count.testBit(bit)) {
                sum = Optional.of(
                        sum.map(point -> added(point, CURVE.getGenerator())).orElse(CURVE.getGenerator()));
            }
        }
        return sum.orElseThrow();
    }

    private static ECPoint doubled(ECPoint point) {
        var x = point.getAffineX();
        var rise = x.multiply(x).multiply(THREE).add(CURVE.getCurve().getA());
        var slope = rise.multiply(point.getAffineY().shiftLeft(1).modInverse(PRIME));
        return third(slope, point, point);
    }

    private static ECPoint added(ECPoint one, ECPoint other) {
        var rise = other.getAffineY().subtract(one.getAffineY());
        var run = other.getAffineX().subtract(one.getAffineX()).mod(PRIME);
        return third(rise.multiply(run.modInverse(PRIME)), one, other);
    }

    private static ECPoint third(BigInteger slope, ECPoint one, ECPoint other) {
        var x = slope.multiply(slope)
                .subtract(one.getAffineX())
                .subtract(other.getAffineX())
                .mod(PRIME);
        var y = slope.multiply(one.getAffineX().subtract(x))
                .subtract(one.getAffineY())
                .mod(PRIME);
        return new ECPoint(x, y);
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return "EcKeyPair[hidden]";
    }
}
