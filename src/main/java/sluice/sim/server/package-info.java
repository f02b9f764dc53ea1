/** The running simulator: its venues' wires and its admin endpoint on loopback sockets. */
@NullMarked
package sluice.sim.server;

import org.jspecify.annotations.NullMarked;
