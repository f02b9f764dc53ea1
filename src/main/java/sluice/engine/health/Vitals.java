package sluice.engine.health;

import sluice.health.check.Health;

/** What is well and what is not, and the alerts. Safe for any thread. */
public interface Vitals {

    /** As of the last look, less than a second ago while the desk runs; never waits for the desk. */
    Health now();

    /** Takes an alert as known, so that it is not told again; whether there is such a one. */
    boolean acknowledge(long alert);
}
