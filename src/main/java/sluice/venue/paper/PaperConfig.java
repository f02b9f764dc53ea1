package sluice.venue.paper;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account on paper begins with, what it pays, and how far away its venue is. Immutable.
 *
 * @param balances by asset, when there is no account yet
 * @param latency from a command to the venue's answer
 * @param jitter what may come on top of that
 */
public record PaperConfig(Map<String, BigDecimal> balances, PaperFees fees, Duration latency, Duration jitter) {

    public PaperConfig {
        balances = Map.copyOf(new TreeMap<>(balances));
    }
}
