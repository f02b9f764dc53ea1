/** The desk itself as text and JSON: its limits, its state, and what it differs in from the venues. */
@NullMarked
package sluice.report.desk;

import org.jspecify.annotations.NullMarked;
