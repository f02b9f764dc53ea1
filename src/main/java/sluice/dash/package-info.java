/** The desk on a whole screen: panes over its views, ten times a second, and a bar for its commands. */
@NullMarked
package sluice.dash;

import org.jspecify.annotations.NullMarked;
