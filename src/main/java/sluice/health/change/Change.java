package sluice.health.change;

/**
 * How a measure is against what is usual. Immutable.
 *
 * @param known whether enough was seen to say
 * @param worse whether it has become worse, by more than chance and enough to matter
 * @param usual the usual mean, in the measure's own scale
 * @param now the mean of the last windows
 */
public record Change(boolean known, boolean worse, double usual, double now) {

    static final Change UNKNOWN = new Change(false, false, 0, 0);
}
