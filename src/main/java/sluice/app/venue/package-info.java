/** The kinds of venue there are: how each is configured, and how its adapter is made. */
@NullMarked
package sluice.app.venue;

import org.jspecify.annotations.NullMarked;
