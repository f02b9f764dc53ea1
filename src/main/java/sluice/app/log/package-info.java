/** The log file, which takes what the operator need not see on the screen. */
@NullMarked
package sluice.app.log;

import org.jspecify.annotations.NullMarked;
