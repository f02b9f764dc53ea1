package sluice.report;

import java.util.List;

/**
 * The lines of a list that people are shown, since nobody reads thousands. Immutable.
 *
 * @param left how many there are besides
 */
public record Cut<T>(List<T> shown, int left) {

    /** So many fit a screen or two. */
    public static final int LINES = 60;

    public Cut {
        shown = List.copyOf(shown);
    }

    public static <T> Cut<T> of(List<T> all, int most) {
        return new Cut<>(all.subList(0, Math.min(all.size(), most)), Math.max(0, all.size() - most));
    }

    /** Says how many are not shown, and how to see them; nothing where all are. */
    public void notice(Text out, String how) {
        if (left > 0) {
            out.line("%d more; %s.".formatted(left, how));
        }
    }
}
