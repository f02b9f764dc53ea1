/** Order books: kept by one venue thread, read by anyone, absent as soon as they cannot be trusted. */
@NullMarked
package sluice.market.book;

import org.jspecify.annotations.NullMarked;
