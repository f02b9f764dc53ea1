/** Commands about how executions went and how the desk does. */
@NullMarked
package sluice.shell.quality;

import org.jspecify.annotations.NullMarked;
