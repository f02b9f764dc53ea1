/** The way out to a venue's REST: what may leave and when, the venue's clock, and what a reply amounts to. Pure. */
@NullMarked
package sluice.net.gate;

import org.jspecify.annotations.NullMarked;
