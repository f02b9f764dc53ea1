package sluice.market.book;

/** What a venue's sequence rule says of the next change to a book. */
public enum Verdict {
    /** It follows from what the book holds. */
    APPLY,
    /** The book holds it already. */
    STALE,
    /** Something before it is missing: the book is worth nothing any more. */
    GAP
}
