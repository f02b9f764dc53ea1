package sluice.attach;

/**
 * Why the desk takes nothing from this end. Immutable.
 *
 * @param code for programs, as in any failure
 */
record Refusal(String code, String message) {}
