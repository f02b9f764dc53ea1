package sluice.venue.binance.trade.reply;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.order.position.Balance;
import sluice.venue.FeeSchedule;
import sluice.venue.KeyRights;

/** Reads what the venue says of the account and of time. */
public final class AccountObjects {

    private static final List<String> KINDS = List.of("standardCommission", "specialCommission", "taxCommission");

    private AccountObjects() {}

    public static List<Balance> balances(Fields account) {
        return account.in("balances").all().stream()
                .map(row -> new Balance(row.text("asset"), row.decimal("free"), row.decimal("locked")))
                .toList();
    }

    /**
     * Our rates: the sum of the standard, special and tax parts, each with the dearer of its two side components.
     *
     * <p>The discount for paying in another asset is left out: it holds only while there is some of that asset, and a
     * rate too high misleads nobody into a trade.
     */
    public static FeeSchedule fees(Symbol symbol, Fields commission) {
        return new FeeSchedule(symbol, rate(commission, "maker"), rate(commission, "taker"));
    }

    /** Our rates without regard to a symbol, as the account shows them; a symbol's own may be lower. */
    public static Optional<FeeSchedule> standing(Symbol symbol, Fields account) {
        return account.find("commissionRates")
                .map(rates -> new FeeSchedule(symbol, whole(rates, "maker"), whole(rates, "taker")));
    }

    private static BigDecimal rate(Fields commission, String liquidity) {
        return KINDS.stream()
                .flatMap(kind -> commission.find(kind).stream())
                .map(kind -> whole(kind, liquidity))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal whole(Fields kind, String liquidity) {
        return part(kind, liquidity).add(part(kind, "buyer").max(part(kind, "seller")));
    }

    private static BigDecimal part(Fields kind, String name) {
        return kind.has(name) ? kind.decimal(name) : BigDecimal.ZERO;
    }

    /** Get API Key Permission: its rights are the members that are true. */
    public static KeyRights rights(Fields reply) {
        var named = new ArrayList<String>();
        reply.node().fieldNames().forEachRemaining(name -> {
            if (reply.flag(name)) {
                named.add(name);
            }
        });
        if (!reply.has("enableWithdrawals")) {
            throw new UnableToReadException("missing: enableWithdrawals");
        }
        return new KeyRights(
                reply.flag("enableSpotAndMarginTrading"),
                reply.flag("enableWithdrawals") || reply.flag("enableInternalTransfer"),
                named);
    }

    public static Instant serverTime(Fields reply) {
        return reply.time("serverTime");
    }

    /** The order an amend left working. */
    public static OrderId amended(Fields reply) {
        return OrderObjects.orderId(reply.in("amendedOrder"));
    }
}
