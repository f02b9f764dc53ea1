/** Pictures of a terminal, for the documentation. */
@NullMarked
package sluice.screen;

import org.jspecify.annotations.NullMarked;
