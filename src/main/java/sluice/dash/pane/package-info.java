/** What each pane has to say, as lines: nothing here knows a terminal. */
@NullMarked
package sluice.dash.pane;

import org.jspecify.annotations.NullMarked;
