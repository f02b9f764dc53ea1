/** One book's way from updates and snapshots to a book that is whole or absent. Pure. */
@NullMarked
package sluice.net.feed.book;

import org.jspecify.annotations.NullMarked;
