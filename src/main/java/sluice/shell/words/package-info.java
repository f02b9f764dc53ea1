/** The words of a command line as values: quantities, ids, names; and what was perhaps meant by a wrong one. */
@NullMarked
package sluice.shell.words;

import org.jspecify.annotations.NullMarked;
