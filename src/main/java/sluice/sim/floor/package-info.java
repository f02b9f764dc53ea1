/** The trading floor behind an exchange: accounts, orders, settlement, and the world that moves several of them. */
@NullMarked
package sluice.sim.floor;

import org.jspecify.annotations.NullMarked;
