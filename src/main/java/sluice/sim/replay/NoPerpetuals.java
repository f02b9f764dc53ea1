package sluice.sim.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.sim.Exchange;
import sluice.sim.Outcome;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Marking;
import sluice.sim.perp.Perpetuals;
import sluice.sim.perp.Position;

/** Perpetuals nobody holds, valued at the middle of their books. */
record NoPerpetuals(Exchange exchange) implements Perpetuals {

    @Override
    public List<Position> positions(String account) {
        return List.of();
    }

    @Override
    public Position position(String account, String symbol) {
        var none = BigDecimal.ZERO;
        return new Position(account, symbol, none, none, none, BigDecimal.TEN, Instant.EPOCH);
    }

    @Override
    public Optional<Outcome.Denied> leverage(String account, String symbol, BigDecimal leverage) {
        return Optional.of(ReplayExchange.DENIED);
    }

    @Override
    public List<Funding> fundings(String account) {
        return List.of();
    }

    @Override
    public Marking marking(String symbol) {
        var mid = exchange.mid(symbol);
        var interval = Duration.ofHours(8).toSeconds();
        var next = Math.floorDiv(exchange.now().getEpochSecond(), interval) + 1;
        return new Marking(mid, mid, BigDecimal.ZERO, Instant.ofEpochSecond(next * interval));
    }

    @Override
    public BigDecimal available(String account, String asset) {
        return BigDecimal.ZERO;
    }

    @Override
    public BigDecimal margin(String account, String symbol) {
        return BigDecimal.ZERO;
    }
}
