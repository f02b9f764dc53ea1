/**
 * What the desk does with each input: judge, record, release. Single-threaded and without I/O but for the journal, so
 * the same code runs on the desk thread and under a simulated clock.
 */
@NullMarked
package sluice.engine.desk;

import org.jspecify.annotations.NullMarked;
