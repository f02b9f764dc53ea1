package sluice.sim.coinbase.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.sim.front.Ask;

/** Everything that can be asked. */
public final class Endpoints {

    private final List<Endpoint> all;

    /** An endpoint, and what the path asked for names. */
    public record Found(Endpoint endpoint, String named) {}

    public Endpoints(Floor floor) {
        all = Stream.of(
                        new ProductEndpoints(floor).all(),
                        new OrderEndpoints(floor).all(),
                        new HistoryEndpoints(floor).all(),
                        new AccountEndpoints(floor).all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Endpoint::isNamed))
                .toList();
    }

    public Optional<Found> find(Ask ask) {
        return all.stream()
                .flatMap(endpoint -> endpoint.match(ask).map(named -> new Found(endpoint, named)).stream())
                .findFirst();
    }
}
