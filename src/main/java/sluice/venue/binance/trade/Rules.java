package sluice.venue.binance.trade;

import java.time.Duration;
import sluice.net.gate.Deadlines;

/**
 * Times and limits for requests. Immutable.
 *
 * @param recvWindow how old a request may be when it gets there
 * @param deadlines for replies; the venue itself gives up after ten seconds
 * @param weightPerMinute how much of the address's request weight this session may use
 * @param weightElsewhere how much of it others may use, who are not asked
 */
public record Rules(
        Duration recvWindow,
        Deadlines deadlines,
        int weightPerMinute,
        int weightElsewhere,
        int ordersPerTenSeconds,
        int ordersPerDay) {}
