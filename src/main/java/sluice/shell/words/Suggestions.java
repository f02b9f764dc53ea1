package sluice.shell.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What was perhaps meant: the known words that a few keystrokes turn the wrong one into. */
public final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /** {@code ". Did you mean A, B or C?"}, or nothing when nothing is near. */
    public static String of(String word, Collection<String> known) {
        var near = near(word, known);
        if (near.isEmpty()) {
            return "";
        }
        var most = near.size() - 1;
        var last = near.get(most);
        var list = most == 0 ? last : String.join(", ", near.subList(0, most)) + " or " + last;
        return ". Did you mean " + list + "?";
    }

    /** The same, or other words when nothing is near. */
    public static String or(String word, Collection<String> known, String otherwise) {
        var meant = of(word, known);
        return meant.isEmpty() ? otherwise : meant;
    }

    static List<String> near(String word, Collection<String> known) {
        var wanted = word.toLowerCase(Locale.ROOT);
        var nearest = known.stream()
                .mapToInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                .min()
                .orElse(Integer.MAX_VALUE);
        var letters = wanted.replaceFirst("^-+", "").length();
        var most = Math.min(nearest, Math.max(1, Math.min(3, letters / 2)));
        return known.stream()
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= most)
                .sorted(Comparator.<String>comparingInt(
                                candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /**
     * Keystrokes between two words: a letter more, less, other, or swapped with the next; at most a few are counted.
     */
    static int distance(String from, String to) {
        if (from.length() > 40 || to.length() > 40) {
            return Integer.MAX_VALUE;
        }
        var costs = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, from, to, i, j);
            }
        }
        return costs[from.length()][to.length()];
    }

    private static int cheapest(int[][] costs, String from, String to, int i, int j) {
        var same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        var cost = Math.min(costs[i - 1][j - 1] + same, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        var swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
