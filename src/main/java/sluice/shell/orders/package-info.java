/** The commands on orders, fills, positions and balances. */
@NullMarked
package sluice.shell.orders;

import org.jspecify.annotations.NullMarked;
