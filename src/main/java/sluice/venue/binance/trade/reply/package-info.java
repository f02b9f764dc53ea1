/** What Binance spot answers about orders and the account: replies, private events and errors, read exactly. Pure. */
@NullMarked
package sluice.venue.binance.trade.reply;

import org.jspecify.annotations.NullMarked;
