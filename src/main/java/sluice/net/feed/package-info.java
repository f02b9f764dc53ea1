/** Public market data of any venue: connections that replace themselves, books that repair themselves. Pure. */
@NullMarked
package sluice.net.feed;

import org.jspecify.annotations.NullMarked;
