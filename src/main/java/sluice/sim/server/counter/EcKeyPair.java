package sluice.sim.server.counter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A P-256 key pair made from a number, for which the platform has no call. Immutable.
 *
 * <p>Good for a simulator only: the arithmetic takes no care of what its timing tells.
 */
record EcKeyPair(BigInteger secret, ECPublicKey publicKey) {

    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    private static final BigInteger THREE = BigInteger.valueOf(3);

    /** The last one, which many venues under one seed ask for. */
    private static final AtomicReference<Made> LAST = new AtomicReference<>();

    private record Made(BigInteger number, EcKeyPair pair) {

        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    static EcKeyPair of(BigInteger number) {
        return LAST.updateAndGet(
                        last -> last != null && last.number().equals(number) ? last : new Made(number, made(number)))
                .pair();
    }

    private static EcKeyPair made(BigInteger number) {
        var secret = number.mod(CURVE.getOrder().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        try {
            var point = new ECPublicKeySpec(times(secret), CURVE);
            return new EcKeyPair(
                    secret, (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(point));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** RFC 5915, an ECPrivateKey of the curve prime256v1 with its public key, as PEM. */
    String pem() {
        var point = publicKey.getW();
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
        var sum = Sum.of(CURVE.getGenerator());
        for (int bit = count.bitLength() - 2; bit >= 0; bit--) {
            sum = sum.doubled();
            if (count.testBit(bit)) {
                sum = sum.plus(CURVE.getGenerator());
            }
        }
        return sum.point();
    }

    /** A point in Jacobian coordinates, which ask for one division in the end and not for one a step. */
    private record Sum(BigInteger x, BigInteger y, BigInteger z) {

        static Sum of(ECPoint point) {
            return new Sum(point.getAffineX(), point.getAffineY(), BigInteger.ONE);
        }

        Sum doubled() {
            var ySquared = product(y, y);
            var s = product(x, ySquared).shiftLeft(2);
            var zSquared = product(z, z);
            var m = product(x, x)
                    .multiply(THREE)
                    .add(product(zSquared, zSquared).multiply(CURVE.getCurve().getA()));
            var newX = m.multiply(m).subtract(s.shiftLeft(1)).mod(PRIME);
            var newY = m.multiply(s.subtract(newX))
                    .subtract(product(ySquared, ySquared).shiftLeft(3))
                    .mod(PRIME);
            return new Sum(newX, newY, product(y, z).shiftLeft(1));
        }

        Sum plus(ECPoint other) {
            var zSquared = product(z, z);
            var h = other.getAffineX().multiply(zSquared).subtract(x).mod(PRIME);
            var r = product(other.getAffineY().multiply(z), zSquared).subtract(y);
            var hSquared = product(h, h);
            var hCubed = product(h, hSquared);
            var v = product(x, hSquared);
            var newX = r.multiply(r).subtract(hCubed).subtract(v.shiftLeft(1)).mod(PRIME);
            var newY = r.multiply(v.subtract(newX)).subtract(y.multiply(hCubed)).mod(PRIME);
            return new Sum(newX, newY, product(z, h));
        }

        ECPoint point() {
            var inverse = z.modInverse(PRIME);
            var squared = product(inverse, inverse);
            return new ECPoint(product(x, squared), product(product(y, squared), inverse));
        }

        private static BigInteger product(BigInteger one, BigInteger other) {
            return one.multiply(other).mod(PRIME);
        }
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
