/** Text as it stands on a screen, by meaning and not by colour. */
@NullMarked
package sluice.dash.cell;

import org.jspecify.annotations.NullMarked;
