/** Price-time matching in whole ticks and lots: levels, their queues, and what a taking order does to them. */
@NullMarked
package sluice.sim.match;

import org.jspecify.annotations.NullMarked;
