package sluice.venue.coinbase.trade.reply;

/**
 * What an API key may do. Immutable.
 *
 * @param transfers whether it may move money out of the account, which no key that trades should
 */
public record KeyPermissions(boolean views, boolean trades, boolean transfers) {}
