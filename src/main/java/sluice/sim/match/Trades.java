package sluice.sim.match;

/** Told what a taking order does to resting ones, as it does it. */
public interface Trades {

    /** The maker, already shrunk, gave so many lots. */
    void traded(Resting maker, long lots);

    /** The maker was taken out of the book instead of trading with its own account. */
    void prevented(Resting maker);
}
