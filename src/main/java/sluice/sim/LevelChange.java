package sluice.sim;

import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** What now stands at one price, absolutely; zero when the level is gone. {@code BUY} is the bid side. Immutable. */
public record LevelChange(Side side, Px px, Qty qty) {}
