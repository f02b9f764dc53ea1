package sluice.journal.sqlite;

import java.nio.file.Path;

/** A sealed file of older events, beside the journal that continues it. Immutable. */
public record Archive(long first, long last, String lastHash, Path file) {}
