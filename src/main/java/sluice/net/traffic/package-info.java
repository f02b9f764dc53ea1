/** Recordings of what a venue and we said to each other, without what must stay secret. */
@NullMarked
package sluice.net.traffic;

import org.jspecify.annotations.NullMarked;
