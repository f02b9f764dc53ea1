package sluice.venue.coinbase.market.wire;

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
import sluice.net.text.MalformedFrameException;
import sluice.net.text.UnableToReadException;

/**
 * Spot products from {@code GET /market/products}.
 *
 * <p>One that cannot be understood is left out: one odd listing must not hide the others. Immutable.
 */
public record ProductWire(VenueId venue) {

    /** All spot products of the answer; throws {@link MalformedFrameException} when it is not one. */
    public List<Product> read(String body) {
        var products = new ArrayList<Product>();
        for (var product : listed(body)) {
            product(product).ifPresent(products::add);
        }
        return products;
    }

    private static List<Fields> listed(String body) {
        try {
            return Json.read(body).in("products").all();
        } catch (UnableToReadException e) {
            throw new MalformedFrameException("no list of products: " + e.getMessage(), e);
        }
    }

    private Optional<Product> product(Fields product) {
        if (!product.textOrNone("product_type").equals("SPOT")) {
            return Optional.empty();
        }
        try {
            var id = product.text("product_id");
            var symbol = Symbol.spot(name(product, "base_currency_id"), name(product, "quote_currency_id"));
            var instrument =
                    new Instrument(venue, symbol, id, grid(product), bounds(product), BigDecimal.ONE, status(product));
            var alias = product.textOrNone("alias");
            return Optional.of(new Product(instrument, alias.isEmpty() ? id : alias));
        } catch (UnableToReadException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Fields product, String key) {
        var name = product.text(key);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("no " + key);
        }
        return name;
    }

    /** Products: {@code price_increment} is the tick and {@code base_increment} the lot. */
    private static Grid grid(Fields product) {
        return new Grid(product.decimal("price_increment"), product.decimal("base_increment"));
    }

    private static Bounds bounds(Fields product) {
        return new Bounds(
                new Qty(amount(product, "base_min_size")),
                new Qty(amount(product, "base_max_size")),
                amount(product, "quote_min_size"),
                amount(product, "quote_max_size"));
    }

    private static BigDecimal amount(Fields product, String name) {
        return product.textOrNone(name).isEmpty() ? BigDecimal.ZERO : product.decimal(name);
    }

    /** Halt flags stand at each product; an empty status is no halt. */
    private static Status status(Fields product) {
        var status = product.textOrNone("status");
        var isHalted = List.of("is_disabled", "trading_disabled", "auction_mode", "view_only").stream()
                .anyMatch(product::flag);
        if (isHalted || !status.isEmpty() && !status.equals("online")) {
            return Status.HALTED;
        }
        return product.flag("cancel_only") ? Status.CANCEL_ONLY : Status.TRADING;
    }
}
