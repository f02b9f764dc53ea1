package sluice.venue.coinbase.trade.reply;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.order.position.Balance;
import sluice.venue.FeeSchedule;
import sluice.venue.KeyRights;

/** Reads what the venue says of the account, of its key and of time. */
public final class AccountObjects {

    private AccountObjects() {}

    /** The accounts of a page. "Total = available + hold". */
    public static List<Balance> page(Fields reply) {
        return reply.in("accounts").all().stream()
                .map(account -> new Balance(
                        account.text("currency"), value(account, "available_balance"), value(account, "hold")))
                .toList();
    }

    private static BigDecimal value(Fields account, String name) {
        return account.find(name).map(amount -> Words.decimal(amount, "value")).orElse(BigDecimal.ZERO);
    }

    /** Get transaction summary: one tier for everything that is spot. */
    public static List<FeeSchedule> fees(Collection<Symbol> symbols, Fields summary) {
        var tier = summary.in("fee_tier");
        var maker = tier.decimal("maker_fee_rate");
        var taker = tier.decimal("taker_fee_rate");
        return symbols.stream()
                .map(symbol -> new FeeSchedule(symbol, maker, taker))
                .toList();
    }

    /** Server time: texts or numbers. */
    public static Instant serverTime(Fields reply) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(reply.text("epochMillis")));
        } catch (NumberFormatException e) {
            throw new UnableToReadException("no time: epochMillis");
        }
    }

    /** Get API key permissions; to transfer is to take money out. */
    public static KeyRights rights(Fields reply) {
        var named = Stream.of("can_view", "can_trade", "can_transfer")
                .filter(name -> Words.flag(reply, name))
                .toList();
        return new KeyRights(Words.flag(reply, "can_trade"), Words.flag(reply, "can_transfer"), named);
    }

    /** Whether another page follows this one, and what it is asked for by. */
    public static String next(Fields reply) {
        return Words.flag(reply, "has_next") ? reply.textOrNone("cursor") : "";
    }
}
