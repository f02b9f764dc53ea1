/** The commands on limits and trading states. */
@NullMarked
package sluice.shell.risk;

import org.jspecify.annotations.NullMarked;
