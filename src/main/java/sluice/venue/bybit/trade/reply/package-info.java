/** What Bybit answers about orders and the account: replies, private events and errors, read exactly. Pure. */
@NullMarked
package sluice.venue.bybit.trade.reply;

import org.jspecify.annotations.NullMarked;
