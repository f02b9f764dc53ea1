/** The program: its options, its home, its own commands, and the wiring of everything else. */
@NullMarked
package sluice.app;

import org.jspecify.annotations.NullMarked;
