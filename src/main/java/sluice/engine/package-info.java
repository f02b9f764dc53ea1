/**
 * The desk: one thread that owns every order, position and limit, applies what comes in, commits it, and only then lets
 * anything out.
 */
@NullMarked
package sluice.engine;

import org.jspecify.annotations.NullMarked;
