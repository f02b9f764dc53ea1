package sluice.venue.coinbase.trade.wire;

/** An API key's name and its private key; prints neither. Immutable. */
public final class Credentials {

    private final String keyName;
    private final SigningKey key;

    /**
     * Throws {@link UnusableKeyException} when the secret is no key.
     *
     * @param keyName such as {@code organizations/ORG/apiKeys/ID}
     */
    public Credentials(String keyName, String secret) {
        this.keyName = keyName;
        this.key = SigningKey.of(secret);
    }

    /** Goes into tokens, and nowhere else. */
    String keyName() {
        return keyName;
    }

    SigningKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
