/** How desk events are written to the journal and read back: flat JSON objects whose field names are a promise. */
@NullMarked
package sluice.engine.codec;

import org.jspecify.annotations.NullMarked;
