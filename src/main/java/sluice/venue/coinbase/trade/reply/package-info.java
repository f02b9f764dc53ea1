/** What Coinbase answers and reports about orders, fills and the account, read into our own words. Pure. */
@NullMarked
package sluice.venue.coinbase.trade.reply;

import org.jspecify.annotations.NullMarked;
