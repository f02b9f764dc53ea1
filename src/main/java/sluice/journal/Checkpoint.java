package sluice.journal;

/** The fold of all events up to {@code seq}, as the engine wrote it. Only a short cut: it can always be made again. */
public record Checkpoint(long seq, byte[] state) {}
