/** What an adapter has to know about time: the venue's clock, ours when it misbehaves, nonces and round trips. */
@NullMarked
package sluice.net.time;

import org.jspecify.annotations.NullMarked;
