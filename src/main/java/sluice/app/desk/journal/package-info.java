/** The journal of a desk that runs: its native library, and how far its replay has come. */
@NullMarked
package sluice.app.desk.journal;

import org.jspecify.annotations.NullMarked;
