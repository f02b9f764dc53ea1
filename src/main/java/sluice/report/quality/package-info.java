/** How executions went, in words, tables and JSON. */
@NullMarked
package sluice.report.quality;

import org.jspecify.annotations.NullMarked;
