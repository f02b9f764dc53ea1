/** A venue behind which another stands: what goes to it and what comes from it is changed on the way. */
@NullMarked
package sluice.app.venue.relay;

import org.jspecify.annotations.NullMarked;
