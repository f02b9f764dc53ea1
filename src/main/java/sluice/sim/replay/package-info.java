/**
 * Exchanges that are no market but a recording of one: what was quoted and traded then happens again, and any venue's
 * wire can stand before it.
 */
@NullMarked
package sluice.sim.replay;

import org.jspecify.annotations.NullMarked;
