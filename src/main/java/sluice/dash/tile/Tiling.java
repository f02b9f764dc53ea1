package sluice.dash.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Panes laid out in bands from the top, in their order: as few beside each other as leave room for all, so that each
 * has its lines whole, and at the most as many as are of use. What does not fit is left out. Immutable.
 */
public record Tiling(List<Tile> tiles, List<Kind> leftOut) {

    private static final int DIVIDER = 1;
    private static final List<Double> COMFORT = List.of(1.0, 0.75, 0.5, 0.25);

    /** Of all rows, what panes may need at the least for each to get as many more as it can use. */
    private static final double CALLED_FOR = 0.6;

    public Tiling {
        tiles = List.copyOf(tiles);
        leftOut = List.copyOf(leftOut);
    }

    /** One pane on all of it. */
    public static Tiling zoomed(Kind kind, int columns, int rows) {
        return new Tiling(List.of(new Tile(kind, 0, 0, columns, rows)), List.of());
    }

    public static Tiling of(Arrangement arrangement, int columns, int rows) {
        var comfort = COMFORT.stream()
                .filter(share -> needed(bands(arrangement.shown(), share, columns)) <= rows * CALLED_FOR)
                .findFirst();
        return of(arrangement, comfort.orElse(0.0), columns, rows);
    }

    private static int needed(List<List<Kind>> bands) {
        return bands.stream().mapToInt(Tiling::rows).sum();
    }

    private static Tiling of(Arrangement arrangement, double comfort, int columns, int rows) {
        var bands = bands(arrangement.shown(), comfort, columns);
        var fitting = fitting(bands, rows);
        var left = rows - needed(fitting);
        var heights = shares(
                left, fitting.stream().map(band -> weight(band, arrangement)).toList());
        var tiles = new ArrayList<Tile>();
        var row = 0;
        for (int i = 0; i < fitting.size(); i++) {
            var height = Math.min(rows, rows(fitting.get(i)) + heights.get(i));
            tiles.addAll(band(fitting.get(i), columns, row, height));
            row += height;
        }
        var out = bands.stream()
                .filter(band -> !fitting.contains(band))
                .flatMap(List::stream)
                .toList();
        return new Tiling(tiles, out);
    }

    private static List<List<Kind>> bands(List<Kind> shown, double comfort, int columns) {
        var bands = new ArrayList<List<Kind>>();
        var width = 0;
        for (var kind : shown) {
            if (bands.isEmpty() || width + DIVIDER + kind.columns(comfort) > columns) {
                bands.add(new ArrayList<>());
                width = -DIVIDER;
            }
            bands.get(bands.size() - 1).add(kind);
            width += DIVIDER + kind.columns(comfort);
        }
        return bands;
    }

    /** From the top, as long as there is room; the first one always. */
    private static List<List<Kind>> fitting(List<List<Kind>> bands, int rows) {
        var fitting = new ArrayList<List<Kind>>();
        var left = rows;
        for (var band : bands) {
            if (fitting.isEmpty() || rows(band) <= left) {
                fitting.add(band);
                left = Math.max(0, left - rows(band));
            }
        }
        return fitting;
    }

    private static int rows(List<Kind> band) {
        return band.stream().mapToInt(Kind::rows).max().orElse(0);
    }

    private static int weight(List<Kind> band, Arrangement arrangement) {
        return band.stream().mapToInt(arrangement::weight).max().orElse(1);
    }

    private static List<Tile> band(List<Kind> band, int columns, int row, int rows) {
        var free = columns - band.stream().mapToInt(Kind::columns).sum() - DIVIDER * (band.size() - 1);
        var wider = shares(free, band.stream().map(Kind::columns).toList());
        var tiles = new ArrayList<Tile>();
        var column = 0;
        for (int i = 0; i < band.size(); i++) {
            var width = Math.min(columns, band.get(i).columns() + wider.get(i));
            tiles.add(new Tile(band.get(i), column, row, width, rows));
            column += width + DIVIDER;
        }
        return tiles;
    }

    /** So much split by weights, to the last of it; nothing where there is nothing. */
    private static List<Integer> shares(int all, List<Integer> weights) {
        if (all <= 0) {
            return weights.stream().map(weight -> 0).toList();
        }
        var sum = weights.stream().mapToInt(weight -> weight).sum();
        var upTo = new int[weights.size() + 1];
        var weight = 0;
        for (int i = 0; i < weights.size(); i++) {
            weight += weights.get(i);
            upTo[i + 1] = (int) ((long) all * weight / sum);
        }
        return IntStream.range(0, weights.size())
                .mapToObj(i -> upTo[i + 1] - upTo[i])
                .toList();
    }
}
