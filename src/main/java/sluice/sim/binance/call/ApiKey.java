package sluice.sim.binance.call;

/** A key that may trade on an account; its secret is an HMAC secret, or an Ed25519 public key in base64. */
public record ApiKey(String key, String secret, Kind kind, String account) {

    /** How requests under the key are signed. */
    public enum Kind {
        HMAC,
        ED25519
    }

    @Override
    public String toString() {
        return "ApiKey[account=" + account + ", kind=" + kind + "]";
    }
}
