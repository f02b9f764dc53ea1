/** What an account should hold by our fills, beside what the venue says it holds. */
@NullMarked
package sluice.recovery.account;

import org.jspecify.annotations.NullMarked;
