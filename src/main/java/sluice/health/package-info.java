/** How links, feeds and clocks do: what is wrong now, since when, and how it fared so far. Pure. */
@NullMarked
package sluice.health;

import org.jspecify.annotations.NullMarked;
