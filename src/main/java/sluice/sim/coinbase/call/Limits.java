package sluice.sim.coinbase.call;

/**
 * How often one caller may ask in a second: with a key, without one, on sockets without a key, and for sockets.
 * Immutable.
 */
public record Limits(int privateRequests, int publicRequests, int socketMessages, int connections) {

    /** The figures older documentation and the venue's own SDK give. */
    public static final Limits USUAL = new Limits(30, 10, 8, 8);
}
