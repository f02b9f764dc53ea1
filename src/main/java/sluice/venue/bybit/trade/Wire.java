package sluice.venue.bybit.trade;

import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.reply.OrderObjects;
import sluice.venue.bybit.trade.wire.OrderRequests;
import sluice.venue.bybit.trade.wire.ReadRequests;

/** The pure functions to and from the venue's text, as one session uses them. */
record Wire(OrderRequests orders, ReadRequests reads, OrderObjects objects, AccountObjects account) {}
