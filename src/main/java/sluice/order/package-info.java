/** The vocabulary of orders: what was asked, what happened, where it stands. Events are facts; state is their fold. */
@NullMarked
package sluice.order;

import org.jspecify.annotations.NullMarked;
