/** The commands on doubts and on differences between journal and venues. */
@NullMarked
package sluice.shell.recovery;

import org.jspecify.annotations.NullMarked;
