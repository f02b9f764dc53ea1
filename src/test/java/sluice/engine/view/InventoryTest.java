package sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.ParentId;
import sluice.order.position.Position;
import sluice.venue.VenuePosition;

class InventoryTest {

    private static final VenueId BYBIT = new VenueId("bybit");
    private static final Symbol SPOT = Symbol.of("BTC-USDT");
    private static final Symbol PERP = Symbol.of("BTC-USDT-PERP");

    private static Position of(Symbol symbol, Side side, String qty, String px, String feeInBase) {
        var fee = Money.of(feeInBase, symbol.base());
        return Position.flat(BYBIT, symbol)
                .after(
                        side,
                        new Execution(
                                new ExecId("E" + qty), Qty.of(qty), Px.of(px), fee, Liquidity.TAKER, Instant.EPOCH));
    }

    private static Inventory inventory(List<Position> own, List<Position> elsewhere, HeldView held, String... differs) {
        var differences = List.of(differs).stream()
                .map(key -> new DifferenceView(
                        1, BYBIT, key, 25, "they differ", new ParentId(0), new Stamp(Instant.EPOCH, 0)))
                .toList();
        var accounts = new AccountsView(differences, List.of(), Map.of(BYBIT, held), elsewhere, List.of(), Map.of());
        return new Inventory(
                own,
                accounts,
                place -> Optional.of(new VenuePosition(
                        place.symbol(),
                        Qty.of("7"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static HeldView held(Map<String, BigDecimal> beyond, Map<String, BigDecimal> adjusted) {
        return new HeldView(beyond, adjusted);
    }

    private static final HeldView NOTHING = held(Map.of(), Map.of());

    @Test
    void othersTradesOnTheAccountMoveWhatItHolds() {
        var own = List.of(of(SPOT, Side.BUY, "2", "100", "0.002"));
        var elsewhere = List.of(of(SPOT, Side.SELL, "0.5", "90", "0"));
        assertThat(inventory(own, elsewhere, NOTHING).of(SPOT)).singleElement().satisfies(each -> {
            assertThat(each.netQty()).isEqualTo(Qty.of("1.5"));
            assertThat(each.closable()).isEqualTo(Qty.of("1.498"));
        });
    }

    @Test
    void anApprovedCorrectionOfTheBaseAssetCountsAndWhatWasThereAtFirstDoesNot() {
        var own = List.of(of(SPOT, Side.BUY, "2", "100", "0"));
        var held = held(Map.of("BTC", new BigDecimal("99.5")), Map.of("BTC", new BigDecimal("-0.5")));
        assertThat(inventory(own, List.of(), held).of(SPOT).get(0).closable()).isEqualTo(Qty.of("1.5"));
    }

    @Test
    void aCorrectionThatMayBeOfEitherOfTwoSymbolsIsOfNone() {
        var own = List.of(of(SPOT, Side.BUY, "2", "100", "0"), of(Symbol.of("BTC-USDC"), Side.BUY, "2", "100", "0"));
        var held = held(Map.of(), Map.of("BTC", new BigDecimal("-0.5")));
        assertThat(inventory(own, List.of(), held).of(SPOT).get(0).closable()).isEqualTo(Qty.of("2"));
    }

    @Test
    void ofAPerpetualWhatWasThereAtFirstIsHeldToo() {
        var held = held(Map.of(PERP.name(), new BigDecimal("-3")), Map.of());
        assertThat(inventory(List.of(of(PERP, Side.BUY, "1", "100", "0")), List.of(), held)
                        .of(PERP)
                        .get(0)
                        .netQty())
                .isEqualTo(Qty.of("-2"));
        assertThat(inventory(List.of(), List.of(), held).of(PERP).get(0).netQty())
                .isEqualTo(Qty.of("-3"));
    }

    @Test
    void whereAPerpetualsPositionIsKnownToDifferTheVenuesWordIsTaken() {
        var own = List.of(of(PERP, Side.BUY, "1", "100", "0"));
        assertThat(inventory(own, List.of(), NOTHING, "account BTC-USDT-PERP UNEXPLAINED")
                        .of(PERP)
                        .get(0)
                        .netQty())
                .isEqualTo(Qty.of("7"));
    }

    @Test
    void whatIsFlatIsNotHeld() {
        var own = List.of(of(PERP, Side.BUY, "1", "100", "0"));
        var elsewhere = List.of(of(PERP, Side.SELL, "1", "90", "0"));
        var both = inventory(own, elsewhere, NOTHING);
        assertThat(both.of(PERP)).isEmpty();
        assertThat(both.positions())
                .singleElement()
                .satisfies(merged -> assertThat(merged.realised()).isEqualByComparingTo("-10"));
    }
}
