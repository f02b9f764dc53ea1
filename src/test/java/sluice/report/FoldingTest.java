package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    private final Table orders = new Table("ID", ">QTY", "STATE", "TIME", "NOTE")
            .row("P-1", "0.5", "SUBMITTED", "2026-11-22 23:09:09.514", "")
            .row(" C-1", "12", "FILLED", "", "");

    @Test
    void whereThereIsRoomEachRowIsALine() {
        assertThat(orders.lines(false, 80))
                .containsExactly(
                        "ID     QTY  STATE      TIME                     NOTE",
                        "P-1    0.5  SUBMITTED  2026-11-22 23:09:09.514",
                        " C-1  12    FILLED")
                .isEqualTo(orders.lines(false, 0));
    }

    @Test
    void whatHasNoRoomFollowsBelowAndWhatIsEmptyDoesNot() {
        assertThat(orders.lines(false, 40))
                .containsExactly(
                        "ID     QTY  STATE",
                        "    TIME                     NOTE",
                        "P-1    0.5  SUBMITTED",
                        "    2026-11-22 23:09:09.514",
                        " C-1  12    FILLED");
    }

    @Test
    void aLongTextAtTheEndGoesOnBelowItself() {
        var table = new Table("SEQ", "WHAT").row("17", "BUY 0.3 BTC-USDT at 50000 GTC, asked by root at prompt");
        assertThat(table.lines(false, 36))
                .containsExactly("SEQ  WHAT", "17   BUY 0.3 BTC-USDT at 50000 GTC,", "     asked by root at prompt");
    }

    @Test
    void aNumberIsNeverBroken() {
        var table = new Table("SEQ", ">SUM").row("17", "123456789012345678901234567890");
        assertThat(table.lines(false, 20)).contains("    123456789012345678901234567890");
    }

    @Test
    void coloursTakeNoRoom() {
        var table = new Table("ID", "STATE").row("P-1", new Cell("FILLED", Ink.BAD));
        assertThat(table.lines(true, 11)).hasSize(2);
    }

    @Test
    void ofANarrowTableOnlyWholeColumnsStay() {
        var table = new Table("ID", ">PX", "STATE").row("P-1", "59792.931", "FILLED");
        assertThat(table.within(24).lines(false, 0)).containsExactly("ID          PX  STATE", "P-1  59792.931  FILLED");
        assertThat(table.within(18).lines(false, 0)).containsExactly("ID          PX", "P-1  59792.931");
        assertThat(table.within(15).columns()).isEqualTo(1);
    }

    @Test
    void ofWordsAtTheEndAsMuchStaysAsThereIsRoomFor() {
        var table = new Table("ID", "NOTE").row("P-1", "no answer in 5000 ms");
        assertThat(table.within(14).columns()).isEqualTo(2);
        assertThat(table.within(12).columns()).isEqualTo(1);
    }
}
