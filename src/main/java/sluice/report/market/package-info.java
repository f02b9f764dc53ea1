/** Books, plans and instruments as text and JSON. */
@NullMarked
package sluice.report.market;

import org.jspecify.annotations.NullMarked;
