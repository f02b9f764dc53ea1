package sluice.simulation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.util.Map;
import java.util.Objects;

/**
 * Stands in for ECDSA on threads that simulate, where its arithmetic would take most of the time and its random numbers
 * would differ from run to run. What was signed is still told from what was not; whose key it was is not looked at.
 */
final class CheapSignatures extends Provider {

    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final ThreadLocal<Integer> WANTED = ThreadLocal.withInitial(() -> 0);

    static {
        Security.insertProviderAt(new CheapSignatures(), 1);
    }

    private CheapSignatures() {
        super("sluice-simulation", "1", "signatures for simulations");
        putService(new Offered(this));
    }

    /** Runs it on this thread with signatures that cost little; every other thread has its real ones. */
    static void during(Runnable simulation) {
        WANTED.set(WANTED.get() + 1);
        try {
            simulation.run();
        } finally {
            WANTED.set(WANTED.get() - 1);
        }
    }

    private static final class Offered extends Service {

        Offered(Provider provider) {
            super(provider, "Signature", ALGORITHM, Digest.class.getName(), null, Map.of());
        }

        @Override
        public Object newInstance(Object parameter) {
            return new Digest();
        }

        @Override
        public boolean supportsParameter(Object key) {
            return WANTED.get() > 0;
        }
    }

    /** The digest of what is signed, twice, which is as long as a signature. */
    private static final class Digest extends SignatureSpi {

        private static final int LENGTH = 32;

        private final MessageDigest digest;

        Digest() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            Objects.requireNonNull(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) {
            Objects.requireNonNull(key);
        }

        @Override
        protected void engineUpdate(byte one) {
            digest.update(one);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() {
            var signature = new byte[2 * LENGTH];
            var once = digest.digest();
            System.arraycopy(once, 0, signature, 0, LENGTH);
            System.arraycopy(once, 0, signature, LENGTH, LENGTH);
            return signature;
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return MessageDigest.isEqual(engineSign(), signature);
        }

        @Deprecated
        @Override
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Deprecated
        @Override
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
