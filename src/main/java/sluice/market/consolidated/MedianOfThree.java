package sluice.market.consolidated;

/**
 * The middle one of the last three of a row of numbers, so that one that is out of line counts for nothing and a
 * lasting change counts from its second number on. Immutable.
 */
public record MedianOfThree(double first, double second, double third) {

    public static final MedianOfThree NONE = new MedianOfThree(0, 0, 0);

    public MedianOfThree after(double next) {
        return third == 0 ? new MedianOfThree(next, next, next) : new MedianOfThree(second, third, next);
    }

    public double middle() {
        return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
    }
}
