package sluice.dash.cell;

/** What a piece of text means, which a palette turns into colours; no meaning rests on colour alone. */
public enum Tone {
    PLAIN,
    BOLD,
    DIM,
    GOOD,
    BAD,
    WARN,
    /** It was true once, and nobody knows whether it still is. */
    STALE,
    BID,
    ASK,
    /** Of our own orders. */
    OWN,
    BORDER,
    /** What keys go to. */
    FOCUS,
    SELECTED
}
