/**
 * A venue on paper: the public market of a real one, and orders that are filled here against what it shows. Nothing of
 * an order, and no key, ever leaves.
 */
@NullMarked
package sluice.venue.paper;

import org.jspecify.annotations.NullMarked;
