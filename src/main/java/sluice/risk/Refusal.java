package sluice.risk;

/** One check that an order failed: the limit, what it would have been, and a sentence for people. Immutable. */
public record Refusal(Code code, String limit, String value, String message) {}
