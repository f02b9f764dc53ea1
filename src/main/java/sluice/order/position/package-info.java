/** The other folds of our fills: positions at average cost, and the balances that venues report beside them. */
@NullMarked
package sluice.order.position;

import org.jspecify.annotations.NullMarked;
