package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.net.gate.Ask;
import sluice.net.limit.Limit;
import sluice.venue.bybit.names.Category;

/**
 * Which of the venue's limits a request counts against.
 *
 * <p>Rate limit: calls are counted "per second per UID" for each endpoint, orders in each category on their own, and
 * all calls of an address together "600 requests within a 5-second window".
 */
enum Quota {
    PLACE(20, 10),
    CANCEL(20, 10),
    AMEND(10, 10),
    ORDERS(50, 50),
    HISTORY(50, 50),
    EXECUTIONS(50, 50),
    WALLET(50, 50),
    POSITIONS(50, 50),
    FEES(5, 5),
    KEY(10, 10),
    DEAD_MAN(5, 5),
    STATUS(10, 10);

    private static final String ADDRESS = "our share of the address's calls in five seconds";

    private final int spotASecond;
    private final int linearASecond;

    Quota(int spotASecond, int linearASecond) {
        this.spotASecond = spotASecond;
        this.linearASecond = linearASecond;
    }

    static List<Limit> limits(int callsInFiveSeconds) {
        var limits = new ArrayList<Limit>();
        limits.add(new Limit(ADDRESS, Limit.Counts.REQUESTS, callsInFiveSeconds, Duration.ofSeconds(5), false));
        for (var quota : values()) {
            for (var category : Category.values()) {
                limits.add(Limit.requests(quota.group(category), quota.aSecond(category), Duration.ofSeconds(1)));
            }
        }
        return limits;
    }

    private int aSecond(Category category) {
        return switch (category) {
            case SPOT -> spotASecond;
            case LINEAR -> linearASecond;
        };
    }

    private String group(Category category) {
        return name().toLowerCase(Locale.ROOT) + " " + category.wireName() + " in a second";
    }

    Ask order(Symbol symbol, LongFunction<HttpCall> encode) {
        return Ask.order(encode).in(group(Category.of(symbol)));
    }

    Ask change(Symbol symbol, LongFunction<HttpCall> encode) {
        return Ask.change(1, encode).in(group(Category.of(symbol)));
    }

    Ask cancel(Symbol symbol, LongFunction<HttpCall> encode) {
        return Ask.cancel(encode).in(group(Category.of(symbol)));
    }

    Ask read(Category category, LongFunction<HttpCall> encode) {
        return Ask.read(1, encode).in(group(category));
    }
}
