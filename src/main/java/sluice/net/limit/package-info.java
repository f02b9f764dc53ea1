/** Keeps an adapter within what its venue allows and off a venue that is down: machines without I/O. */
@NullMarked
package sluice.net.limit;

import org.jspecify.annotations.NullMarked;
