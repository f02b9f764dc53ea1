/** The port to trading venues: commands out, events in, and what each venue's answers prove. */
@NullMarked
package sluice.venue;

import org.jspecify.annotations.NullMarked;
