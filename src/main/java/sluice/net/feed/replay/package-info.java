/** Recorded market data run through an adapter again: what is fed in, and what is reported of each book. */
@NullMarked
package sluice.net.feed.replay;

import org.jspecify.annotations.NullMarked;
