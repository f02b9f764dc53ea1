/** What the desk keeps of its accounts: what it expects them to hold, where they differ, and what follows from that. */
@NullMarked
package sluice.engine.account;

import org.jspecify.annotations.NullMarked;
