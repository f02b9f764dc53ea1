package sluice.sim.coinbase.call;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;

/** The UUIDs the venue calls things by, made from the exchange's numbers and names so that they are always the same. */
public final class Ids {

    private static final long ORDERS = 0x5c0ba5e0_0000_4000L;

    private Ids() {}

    public static String order(long number) {
        return new UUID(ORDERS, Long.MIN_VALUE | number).toString();
    }

    /** The number of the order called this; empty when no order is ever called so. */
    public static OptionalLong number(String id) {
        try {
            var uuid = UUID.fromString(id);
            return uuid.getMostSignificantBits() == ORDERS && id.equals(uuid.toString())
                    ? OptionalLong.of(uuid.getLeastSignificantBits() & Long.MAX_VALUE)
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    public static String portfolio(String account) {
        return named("portfolio|" + account);
    }

    public static String user(String account) {
        return named("user|" + account);
    }

    /** What an account's balance of one currency is called. */
    public static String wallet(String account, String currency) {
        return named("wallet|" + account + "|" + currency);
    }

    public static String named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
