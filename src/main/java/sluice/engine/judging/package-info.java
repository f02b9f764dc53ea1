/** What risk and routing say of an order, brought together: what each place has to offer, and what is sent where. */
@NullMarked
package sluice.engine.judging;

import org.jspecify.annotations.NullMarked;
