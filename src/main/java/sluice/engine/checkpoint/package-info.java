/**
 * The desk's state as bytes, so that a restart need not fold the whole journal. Only a short cut: it can be made again.
 */
@NullMarked
package sluice.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
