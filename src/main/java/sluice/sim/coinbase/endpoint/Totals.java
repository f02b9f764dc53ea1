package sluice.sim.coinbase.endpoint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.OrderChange;
import sluice.sim.SimFill;

/** What each order has cost in fees, in how many fills, and when the last was. Confined to the simulator's thread. */
public final class Totals implements ExchangeListener {

    /** The sum of an order's fills. */
    public record Total(BigDecimal fees, int fills, Optional<Instant> lastAt) {

        static final Total NONE = new Total(BigDecimal.ZERO, 0, Optional.empty());

        Total plus(SimFill fill) {
            return new Total(fees.add(fill.fee().amount()), fills + 1, Optional.of(fill.at()));
        }
    }

    private final Map<Long, Total> byOrder = new HashMap<>();

    Totals(Exchange exchange) {
        exchange.accounts().forEach(account -> exchange.fills(account).forEach(this::add));
        exchange.listen(this);
    }

    public Total of(long orderId) {
        return byOrder.getOrDefault(orderId, Total.NONE);
    }

    @Override
    public void orderChanged(OrderChange change) {
        change.fill().ifPresent(this::add);
    }

    private void add(SimFill fill) {
        byOrder.merge(fill.order().orderId(), Total.NONE.plus(fill), (before, one) -> before.plus(fill));
    }
}
