/** Parent orders: what an operator asked for, and how it stands given its children. */
@NullMarked
package sluice.order.parent;

import org.jspecify.annotations.NullMarked;
