package sluice.dash.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TilingTest {

    private static Tiling usual(int columns, int rows) {
        return Tiling.of(Arrangement.USUAL, columns, rows);
    }

    @Property(tries = 200)
    void noTwoPanesShareACellAndNoneStandsOutside(
            @ForAll @IntRange(min = 60, max = 300) int columns, @ForAll @IntRange(min = 9, max = 100) int rows) {
        var taken = new HashSet<Integer>();
        var tiling = usual(columns, rows);
        for (var tile : tiling.tiles()) {
            assertThat(tile.column() + tile.columns()).isLessThanOrEqualTo(columns);
            assertThat(tile.row() + tile.rows()).isLessThanOrEqualTo(rows);
            for (int cell = 0; cell < tile.columns() * tile.rows(); cell++) {
                var row = tile.row() + cell / tile.columns();
                assertThat(taken.add(row * 1_000 + tile.column() + cell % tile.columns()))
                        .isTrue();
            }
        }
        assertThat(tiling.tiles().size() + tiling.leftOut().size()).isEqualTo(Kind.values().length);
    }

    @Test
    void aTallScreenHasFewPanesBesideEachOtherSoThatTheirLinesAreWhole() {
        var tiling = usual(200, 57);
        assertThat(tiling.leftOut()).isEmpty();
        assertThat(tiling.tiles()).allMatch(tile -> tile.columns() >= 77);
    }

    @Test
    void aSmallScreenHasThemAsNarrowAsTheyAreOfUse() {
        var tiling = usual(80, 21);
        assertThat(tiling.leftOut()).containsExactly(Kind.POSITIONS, Kind.QUALITY, Kind.LOG);
    }

    @Test
    void aPaneThatIsHiddenLeavesItsRoomToTheOthers() {
        var without = Tiling.of(Arrangement.USUAL.without(Kind.BOOK), 80, 21);
        assertThat(without.tiles())
                .extracting(Tile::kind)
                .doesNotContain(Kind.BOOK)
                .contains(Kind.POSITIONS);
    }
}
