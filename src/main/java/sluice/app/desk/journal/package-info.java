/**
 * The journal of a desk that runs: its native library, how far its replay has come, and what must be known of it before
 * it is replayed.
 */
@NullMarked
package sluice.app.desk.journal;

import org.jspecify.annotations.NullMarked;
