package sluice.net.limit;

/** When a venue is left alone, and how soon a broken connection is tried again. Immutable. */
public record Recovery(Breaker.Settings breaker, Backoff.Settings backoff) {

    public static final Recovery USUAL = new Recovery(Breaker.Settings.STANDARD, Backoff.Settings.STANDARD);
}
