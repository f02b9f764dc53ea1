/** How the desk is and what it alerts to, in words, tables and JSON. */
@NullMarked
package sluice.report.health;

import org.jspecify.annotations.NullMarked;
