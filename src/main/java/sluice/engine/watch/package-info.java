/** How the desk looks after what nobody told it. */
@NullMarked
package sluice.engine.watch;

import org.jspecify.annotations.NullMarked;
