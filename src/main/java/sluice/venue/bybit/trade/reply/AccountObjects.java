package sluice.venue.bybit.trade.reply;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.order.position.Balance;
import sluice.venue.BadFrame;
import sluice.venue.FeeSchedule;
import sluice.venue.KeyRights;
import sluice.venue.VenueEvent.Maintenance;
import sluice.venue.VenuePosition;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.names.SymbolNames;

/** Reads what the venue says of the account, of our key and of time. Immutable. */
public record AccountObjects(SymbolNames names) {

    private static final Set<String> ANNOUNCED = Set.of("scheduled", "ongoing");

    /** Of a wallet row, whose coins the private stream writes like REST. */
    public static List<Balance> balances(Fields wallets) {
        return wallets.all().stream()
                .flatMap(wallet -> wallet.in("coin").all().stream())
                .map(AccountObjects::balance)
                .toList();
    }

    /** What orders and positions hold is not free; the venue may hold more than there is, out of other coins. */
    private static Balance balance(Fields coin) {
        var total = coin.amount("walletBalance").orElse(BigDecimal.ZERO);
        var held = Stream.of("locked", "totalOrderIM", "totalPositionIM")
                .map(name -> coin.amount(name).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(total.max(BigDecimal.ZERO));
        return new Balance(coin.text("coin"), total.subtract(held), held);
    }

    /** A position, whose average price REST calls {@code avgPrice} and the private stream {@code entryPrice}. */
    public PositionRow position(Fields row) {
        var size = new Qty(row.amount("size").orElse(BigDecimal.ZERO));
        var average = px(row, "avgPrice").or(() -> px(row, "entryPrice"));
        var position = new VenuePosition(
                names.symbol(Category.LINEAR, row.text("symbol")),
                netQty(row.textOrNone("side"), size),
                size.isZero() ? Optional.empty() : average,
                px(row, "markPrice"),
                px(row, "liqPrice"),
                row.amount("leverage").filter(leverage -> leverage.signum() > 0));
        var sequence = row.textOrNone("seq").isEmpty() ? -1 : row.number("seq");
        return new PositionRow(position, (int) row.number("positionIdx"), sequence);
    }

    public List<PositionRow> positions(Fields rows) {
        return rows.all().stream().map(this::position).toList();
    }

    /** Position: "side: "" when there is no position", which was {@code None} once. */
    private static Qty netQty(String side, Qty size) {
        return switch (side) {
            case "Buy" -> size;
            case "Sell" -> size.negate();
            case "", "None" -> Qty.ZERO;
            default -> throw new UnableToReadException(BadFrame.UNKNOWN_VALUE, "neither Buy nor Sell nor empty: side");
        };
    }

    private static Optional<Px> px(Fields row, String name) {
        return row.amount(name).map(Px::new).filter(Px::isPositive);
    }

    /** Our rates for a symbol; empty when the answer does not have it. */
    public static Optional<FeeSchedule> fees(Symbol symbol, Fields result) {
        return result.in("list").all().stream()
                .filter(row -> row.textOrNone("symbol").equals(SymbolNames.wireName(symbol)))
                .findFirst()
                .map(row -> new FeeSchedule(symbol, row.decimal("makerFeeRate"), row.decimal("takerFeeRate")));
    }

    /**
     * Get API key information: "permissions ... Wallet: AccountTransfer, SubMemberTransfer(master account) ...,
     * Withdraw"; "readOnly. 0: Read and Write. 1: Read only".
     */
    public static KeyRights rights(Fields result) {
        var named = new ArrayList<String>();
        var permissions = result.in("permissions");
        permissions
                .node()
                .fieldNames()
                .forEachRemaining(group -> permissions
                        .find(group)
                        .filter(rights -> rights.node().isArray())
                        .ifPresent(rights -> rights.node().forEach(right -> named.add(group + "." + right.asText()))));
        var mayWrite = result.number("readOnly") == 0;
        var trades = named.stream().anyMatch(right -> right.equals("Spot.SpotTrade") || right.endsWith(".Order"));
        return new KeyRights(
                mayWrite && trades, named.stream().anyMatch(right -> right.equals("Wallet.Withdraw")), named);
    }

    /** System status: the first row that is "scheduled" or "ongoing", by when it begins, of those not over by now. */
    public static Optional<Maintenance> maintenance(Fields result, Instant now) {
        return result.in("list").all().stream()
                .filter(row -> ANNOUNCED.contains(row.textOrNone("state")))
                .map(row -> new Maintenance(row.time("begin"), row.time("end")))
                .filter(found -> found.ends().isAfter(now))
                .min(Comparator.comparing(Maintenance::begins));
    }

    /** Get Bybit server time: the nanoseconds are the finest of its three forms. */
    public static Instant serverTime(Fields reply) {
        var nanos = reply.in("result").number("timeNano");
        return Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
    }
}
