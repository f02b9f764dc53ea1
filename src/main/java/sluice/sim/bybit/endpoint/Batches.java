package sluice.sim.bybit.endpoint;

/** Where a batch keeps its items' codes until the envelope puts them beside the answer. */
public final class Batches {

    public static final String CODES = "(codes)";

    private Batches() {}
}
