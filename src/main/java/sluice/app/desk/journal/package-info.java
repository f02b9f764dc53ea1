/** The journal of a desk that runs: its native library, and how long what it writes takes. */
@NullMarked
package sluice.app.desk.journal;

import org.jspecify.annotations.NullMarked;
