package sluice.venue.bybit.market.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Instrument.Status;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.bybit.names.Category;

/**
 * Instruments of one category from {@code GET /v5/market/instruments-info}, page by page.
 *
 * <p>An entry that cannot be understood is left out, and so is a dated future: one odd listing must not hide the
 * others. Immutable.
 */
public record InstrumentWire(VenueId venue, Category category) {

    /** The most a page can have. */
    private static final int LIMIT = 1000;

    /** One page, and where the next begins. */
    public record Page(List<Instrument> instruments, Optional<String> next) {

        public Page {
            instruments = List.copyOf(instruments);
        }
    }

    /** Path and query of a page; spot has only one. */
    public String path(Optional<String> cursor) {
        var first = "/v5/market/instruments-info?category=" + category.wireName() + "&limit=" + LIMIT;
        return cursor.map(from -> first + "&cursor=" + from).orElse(first);
    }

    /** Throws {@link UnableToReadException} when it is no page of this category's instruments. */
    public Page read(String body) {
        var result = result(body);
        if (!result.text("category").equals(category.wireName())) {
            throw new UnableToReadException("instruments of another category");
        }
        List<Instrument> instruments = new ArrayList<>();
        result.in("list").all().forEach(row -> instrument(row).ifPresent(instruments::add));
        return new Page(
                instruments, Optional.of(result.textOrNone("nextPageCursor")).filter(cursor -> !cursor.isEmpty()));
    }

    private static Fields result(String body) {
        var reply = Json.read(body);
        if (reply.number("retCode") != 0) {
            throw new UnableToReadException(
                    "the venue answered " + reply.number("retCode") + ": " + reply.textOrNone("retMsg"));
        }
        return reply.in("result");
    }

    private Optional<Instrument> instrument(Fields row) {
        try {
            return isPerpetual(row) ? Optional.of(listed(row)) : Optional.empty();
        } catch (UnableToReadException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isPerpetual(Fields row) {
        return category == Category.SPOT || row.text("contractType").equals("LinearPerpetual");
    }

    private Instrument listed(Fields row) {
        return new Instrument(
                venue,
                new Symbol(row.text("baseCoin"), row.text("quoteCoin"), category.kind()),
                row.text("symbol"),
                grid(row),
                bounds(row.in("lotSizeFilter")),
                BigDecimal.ONE,
                row.text("status").equals("Trading") ? Status.TRADING : Status.HALTED);
    }

    /** Instruments info, spot: "basePrecision: The precision of base coin", where linear has a {@code qtyStep}. */
    private Grid grid(Fields row) {
        var lot = category == Category.SPOT ? "basePrecision" : "qtyStep";
        return new Grid(
                row.in("priceFilter").decimal("tickSize"),
                row.in("lotSizeFilter").decimal(lot));
    }

    /** The same page: on spot {@code minOrderQty} and {@code maxOrderQty} are deprecated, and not checked any more. */
    private Bounds bounds(Fields lot) {
        return category == Category.SPOT
                ? new Bounds(Qty.ZERO, qty(lot, "maxLimitOrderQty"), amount(lot, "minOrderAmt"), BigDecimal.ZERO)
                : new Bounds(
                        qty(lot, "minOrderQty"),
                        qty(lot, "maxOrderQty"),
                        amount(lot, "minNotionalValue"),
                        BigDecimal.ZERO);
    }

    private static Qty qty(Fields lot, String name) {
        return new Qty(amount(lot, name));
    }

    /** What the venue leaves out or empty is no bound. */
    private static BigDecimal amount(Fields lot, String name) {
        return lot.amount(name).orElse(BigDecimal.ZERO);
    }
}
