package sluice.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;

/** The executions of one order, each counted once however often it is reported. Immutable. */
public record Fills(List<Execution> executions, Qty cumQty, BigDecimal cumQuote) {

    public static final Fills NONE = new Fills(List.of(), Qty.ZERO, BigDecimal.ZERO);

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
        var quote = execution.lastPx().value().multiply(execution.lastQty().value());
        return new Fills(more, cumQty.plus(execution.lastQty()), cumQuote.add(quote));
    }

    /** AvgPx(6): volume-weighted price of our own executions, to 16 significant digits; empty without a fill. */
    public Optional<Px> avgPx() {
        return cumQty.isZero()
                ? Optional.empty()
                : Optional.of(new Px(cumQuote.divide(cumQty.value(), MathContext.DECIMAL64)));
    }
}
