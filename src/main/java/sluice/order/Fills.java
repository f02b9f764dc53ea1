package sluice.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * The executions of one order, each counted once however often it is reported. Immutable.
 *
 * <p>What stands in for executions that the venue counts and does not list gives way to those that come, by their
 * quantity: so the sum never exceeds what the venue counted, and is exact once all of them are there.
 *
 * @param cumQty of the executions, and of what stands in for others
 * @param provisional what stands in for executions that are not listed yet
 */
public record Fills(List<Execution> executions, Qty cumQty, BigDecimal cumQuote, Optional<Execution> provisional) {

    public static final Fills NONE = new Fills(List.of(), Qty.ZERO, BigDecimal.ZERO, Optional.empty());

    public Fills {
        executions = List.copyOf(executions);
    }

    public boolean has(ExecId execId) {
        for (var execution : executions) {
            if (execution.execId().equals(execId)) {
                return true;
            }
        }
        return false;
    }

    /** These and one more; the same when it was counted before. */
    public Fills plus(Execution execution) {
        if (has(execution.execId())) {
            return this;
        }
        var more = new ArrayList<Execution>(executions.size() + 1);
        more.addAll(executions);
        more.add(execution);
        var listed = new Fills(
                more, listedQty().plus(execution.lastQty()), listedQuote().add(quote(execution)), Optional.empty());
        return provisional.isEmpty() ? listed : listed.standingIn(rest(provisional.get(), execution));
    }

    /** These, with that instead of whatever stood in, be it less; nothing does when its quantity is zero. */
    Fills standingIn(Execution execution) {
        var qty = listedQty();
        var quote = listedQuote();
        return execution.lastQty().isPositive()
                ? new Fills(
                        executions, qty.plus(execution.lastQty()), quote.add(quote(execution)), Optional.of(execution))
                : new Fills(executions, qty, quote, Optional.empty());
    }

    /** What still stands in once one that it stood for has come; its price keeps the venue's sum as far as it can. */
    private static Execution rest(Execution stands, Execution came) {
        var left = stands.lastQty().minus(came.lastQty()).max(Qty.ZERO);
        var quote = quote(stands).subtract(quote(came));
        var px = left.isZero() || quote.signum() <= 0
                ? stands.lastPx()
                : new Px(quote.divide(left.value(), MathContext.DECIMAL64));
        return new Execution(stands.execId(), left, px, stands.fee(), stands.liquidity(), stands.at());
    }

    /** Of the executions alone. */
    public Qty listedQty() {
        return provisional.isEmpty() ? cumQty : cumQty.minus(provisional.get().lastQty());
    }

    /** Of the executions alone, in quote money. */
    public BigDecimal listedQuote() {
        return provisional.isEmpty() ? cumQuote : cumQuote.subtract(quote(provisional.get()));
    }

    private static BigDecimal quote(Execution execution) {
        return execution.lastPx().value().multiply(execution.lastQty().value());
    }

    /** AvgPx(6): volume-weighted price of our own executions, to 16 significant digits; empty without a fill. */
    public Optional<Px> avgPx() {
        return cumQty.isZero()
                ? Optional.empty()
                : Optional.of(new Px(cumQuote.divide(cumQty.value(), MathContext.DECIMAL64)));
    }
}
