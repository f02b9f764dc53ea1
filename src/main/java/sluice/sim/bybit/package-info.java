/** A simulated Bybit's wire, version 5: REST, the public sockets of spot and linear, and the private socket. */
@NullMarked
package sluice.sim.bybit;

import org.jspecify.annotations.NullMarked;
