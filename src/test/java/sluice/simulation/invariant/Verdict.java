package sluice.simulation.invariant;

/** Where a rule that does not hold is told. */
public interface Verdict {

    void broken(String invariant, String what);
}
