/**
 * Facts about an account as a whole: where it differs from the journal, what others did there, and what was corrected.
 */
@NullMarked
package sluice.order.account;

import org.jspecify.annotations.NullMarked;
