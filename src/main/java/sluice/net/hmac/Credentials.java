package sluice.net.hmac;

/** An API key and its secret; prints neither. Immutable. */
public final class Credentials {

    private final String apiKey;
    private final String secret;

    public Credentials(String apiKey, String secret) {
        this.apiKey = apiKey;
        this.secret = secret;
    }

    /** Goes into a request's header or an authentication frame, and nowhere else. */
    public String apiKey() {
        return apiKey;
    }

    public Signer signer() {
        return new Signer(secret);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
