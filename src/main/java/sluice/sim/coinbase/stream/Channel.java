package sluice.sim.coinbase.stream;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a socket can be subscribed to. */
public enum Channel {
    HEARTBEATS,
    LEVEL2,
    MARKET_TRADES,
    TICKER,
    TICKER_BATCH,
    STATUS,
    CANDLES,
    USER;

    static Optional<Channel> of(String name) {
        return Stream.of(values())
                .filter(channel -> channel.subscribed().equals(name))
                .findFirst();
    }

    /** Its name in subscriptions. */
    String subscribed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name on what is pushed, which is another for one channel. */
    String pushed() {
        return this == LEVEL2 ? "l2_data" : subscribed();
    }

    /** Whether it tells of products, of which a subscription must name some. */
    boolean isOfProducts() {
        return this != HEARTBEATS && this != USER && this != STATUS;
    }
}
