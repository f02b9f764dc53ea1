package sluice.venue.binance.trade;

import sluice.venue.binance.trade.reply.OrderObjects;
import sluice.venue.binance.trade.wire.OrderRequests;
import sluice.venue.binance.trade.wire.ReadRequests;

/** The pure functions to and from the venue's text, as one session uses them. */
record Wire(OrderRequests orders, ReadRequests reads, OrderObjects objects) {}
