/** What must hold whatever happens, each rule watched step by step from outside the desk. */
@NullMarked
package sluice.simulation.invariant;

import org.jspecify.annotations.NullMarked;
