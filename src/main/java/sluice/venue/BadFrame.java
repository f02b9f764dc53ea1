package sluice.venue;

/** What can be wrong with something a venue sent, for counting. None of it ends a process or stays in a book. */
public enum BadFrame {
    /** No JSON at all, such as an error page in HTML. */
    NOT_JSON,
    /** Bytes that are no UTF-8. */
    NOT_UTF8,
    /** JSON that ends too soon. */
    TRUNCATED,
    /** Longer than anything the venue's page allows. */
    OVERSIZED,
    /** A binary frame, where the venue writes text. */
    BINARY,
    /** JSON with a mistake in it, or without a field that it must have, or with one that makes no sense. */
    MALFORMED,
    /** A message of a type that the venue's page does not name. */
    UNKNOWN_TYPE,
    /** A word that the venue's page does not name, in a field that has a fixed list of them. */
    UNKNOWN_VALUE,
    /** An answer to nothing that was asked. */
    UNASKED,
    /** What the same connection brought before. */
    REPEATED,
    /** Something before it is missing, or comes later. */
    OUT_OF_ORDER
}
