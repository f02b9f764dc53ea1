package sluice.net.limit;

/** What a request is for; the earlier one is served further into a budget. */
public enum Lane {
    CANCEL,
    QUERY,
    NEW
}
