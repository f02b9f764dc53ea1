/** The local socket of a running desk: a second terminal's commands run in the desk, and show at that terminal. */
@NullMarked
package sluice.attach;

import org.jspecify.annotations.NullMarked;
