/** The commands on books, plans and instruments. */
@NullMarked
package sluice.shell.market;

import org.jspecify.annotations.NullMarked;
