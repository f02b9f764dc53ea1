/** What a venue's report proves about our orders: the facts we missed, and where ours and theirs disagree. */
@NullMarked
package sluice.recovery;

import org.jspecify.annotations.NullMarked;
