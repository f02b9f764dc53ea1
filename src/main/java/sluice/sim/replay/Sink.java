package sluice.sim.replay;

/** Takes what frames say. */
interface Sink {

    void listed(Terms terms);

    void quoted(Depth depth);

    void traded(Traded trade);
}
