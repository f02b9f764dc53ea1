package sluice.simulation;

/** The process dies here. No code of the desk catches this. */
final class Crash extends Error {

    private static final long serialVersionUID = 1;

    Crash(Throwable cause) {
        super("the process dies", cause);
    }
}
