/** How adapters reach their venues: a transport, and pure machines that keep it within limits and in repair. */
@NullMarked
package sluice.net;

import org.jspecify.annotations.NullMarked;
