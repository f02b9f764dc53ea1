/** The command table, and how one command is parsed, run and told. A command decides nothing. */
@NullMarked
package sluice.shell;

import org.jspecify.annotations.NullMarked;
