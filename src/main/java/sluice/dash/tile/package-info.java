/** Which panes are shown, and where. */
@NullMarked
package sluice.dash.tile;

import org.jspecify.annotations.NullMarked;
