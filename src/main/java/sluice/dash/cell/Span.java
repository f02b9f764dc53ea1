package sluice.dash.cell;

/** A piece of a line in one tone. Immutable. */
public record Span(String text, Tone tone) {}
