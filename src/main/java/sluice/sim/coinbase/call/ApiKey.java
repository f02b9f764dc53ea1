package sluice.sim.coinbase.call;

import java.security.PublicKey;
import java.util.Set;

/** A key that may act on an account: its name, the P-256 key its tokens are verified with, and what it may do. */
public record ApiKey(String name, PublicKey publicKey, String account, Set<Scope> scopes) {

    /** What a key may be allowed. */
    public enum Scope {
        VIEW,
        TRADE,
        TRANSFER
    }

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** One that may look and trade, and take nothing away. */
    public static ApiKey trading(String name, PublicKey publicKey, String account) {
        return new ApiKey(name, publicKey, account, Set.of(Scope.VIEW, Scope.TRADE));
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    @Override
    public String toString() {
        return "ApiKey[account=" + account + "]";
    }
}
