package sluice.dash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.dash.tile.Arrangement;
import sluice.dash.tile.Kind;
import sluice.market.Symbol;

class BoardTest {

    private final Board board = new Board(Arrangement.USUAL, Symbol.of("BTC-USDT"));

    @Test
    void aPaneThatDoesNotFitHasTheScreenWhileItIsLookedAt() {
        board.tile(80, 20);
        board.go(Kind.QUALITY);
        assertThat(board.tile(80, 20).tiles()).extracting(tile -> tile.kind()).containsExactly(Kind.QUALITY);
        assertThat(board.isZoomed()).isTrue();
    }

    @Test
    void keysGoToNoPaneThatIsNotOnTheScreen() {
        board.tile(80, 20);
        board.go(Kind.QUALITY);
        board.tile(80, 20);
        board.zoom(false);
        var tiles = board.tile(80, 20).tiles();
        assertThat(tiles)
                .extracting(tile -> tile.kind())
                .doesNotContain(Kind.QUALITY)
                .contains(board.focus());
    }
}
