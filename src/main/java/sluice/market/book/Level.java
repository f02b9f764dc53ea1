package sluice.market.book;

import sluice.market.Px;
import sluice.market.Qty;

/** One price of a book and all that stands there. Immutable. */
public record Level(Px px, Qty qty) {}
