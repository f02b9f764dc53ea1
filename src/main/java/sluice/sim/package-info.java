/** A venue of our own: what it lists, takes, fills and remembers. The words of it; the trading floor works behind. */
@NullMarked
package sluice.sim;

import org.jspecify.annotations.NullMarked;
