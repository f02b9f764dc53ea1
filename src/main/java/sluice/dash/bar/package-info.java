/** The line that commands are typed on: editing, completion, history. */
@NullMarked
package sluice.dash.bar;

import org.jspecify.annotations.NullMarked;
