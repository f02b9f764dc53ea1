/** Venues and their feeds as text and JSON. */
@NullMarked
package sluice.report.venues;

import org.jspecify.annotations.NullMarked;
