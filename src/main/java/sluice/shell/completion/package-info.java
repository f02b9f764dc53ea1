/** Completion scripts for other shells, generated from the command table. */
@NullMarked
package sluice.shell.completion;

import org.jspecify.annotations.NullMarked;
