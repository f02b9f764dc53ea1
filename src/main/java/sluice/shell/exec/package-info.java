/** Scripts: read, checked, run to their end or first failure, and told what they leave open. */
@NullMarked
package sluice.shell.exec;

import org.jspecify.annotations.NullMarked;
