/** Where a desk lets other terminals in, and how they tell which process holds a journal. */
@NullMarked
package sluice.app.attach;

import org.jspecify.annotations.NullMarked;
