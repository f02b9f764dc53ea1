/** How one command is run: found, parsed, let in when what it needs is there, and told what came of it. */
@NullMarked
package sluice.shell.run;

import org.jspecify.annotations.NullMarked;
