/** Lanterna on the terminal that JLine holds. */
@NullMarked
package sluice.dash.screen;

import org.jspecify.annotations.NullMarked;
