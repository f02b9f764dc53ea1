package sluice.sim.bybit.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sluice.sim.SimOrder;

/** Everything that can be asked, by method and path. */
public final class Endpoints {

    private final Map<String, Endpoint> byName = new HashMap<>();

    /** @param teller tells the account an order's state once more, out of turn */
    public Endpoints(BybitFloor floor, Consumer<SimOrder> teller) {
        Stream.of(
                        new MarketEndpoints(floor).all(),
                        new OrderEndpoints(floor, teller).all(),
                        new HistoryEndpoints(floor).all(),
                        new AccountEndpoints(floor).all(),
                        new PositionEndpoints(floor).all())
                .flatMap(List::stream)
                .forEach(endpoint -> byName.put(endpoint.http(), endpoint));
    }

    public Optional<Endpoint> find(String methodAndPath) {
        return Optional.ofNullable(byName.get(methodAndPath));
    }
}
