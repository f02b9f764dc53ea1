/**
 * Orders as bytes: what is over is kept as such until somebody asks for it, and what is kept in a checkpoint is no
 * more.
 */
@NullMarked
package sluice.engine.packed;

import org.jspecify.annotations.NullMarked;
