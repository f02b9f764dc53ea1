package sluice.journal;

/**
 * The last committed event: its number, and the hash (lower-case hex SHA-256) that vouches for all before. Immutable.
 */
public record Head(long seq, String hash) {}
