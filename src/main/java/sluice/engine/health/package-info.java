/** How the desk looks after its own health and its venues', beside its own thread. */
@NullMarked
package sluice.engine.health;

import org.jspecify.annotations.NullMarked;
