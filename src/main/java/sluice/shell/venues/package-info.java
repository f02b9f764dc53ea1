/** The commands on venues and their feeds. */
@NullMarked
package sluice.shell.venues;

import org.jspecify.annotations.NullMarked;
