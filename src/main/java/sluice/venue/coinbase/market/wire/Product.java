package sluice.venue.coinbase.market.wire;

import sluice.market.Instrument;

/**
 * A product of the venue's list. Immutable.
 *
 * <p>Products, {@code alias}: pairs in USDC share the book of their twin in USD. Channels that are subscribed under the
 * one's name deliver the other's; orders keep the name they were placed under.
 *
 * @param dataId the product id that market data comes under
 */
public record Product(Instrument instrument, String dataId) {}
