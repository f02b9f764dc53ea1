/** Reads that may be asked for again: they change nothing at the venue, and wait for their answer. */
@NullMarked
package sluice.net.reads;

import org.jspecify.annotations.NullMarked;
