/** Command lines and scripts cut into words, each with its line and column. */
@NullMarked
package sluice.shell.script;

import org.jspecify.annotations.NullMarked;
