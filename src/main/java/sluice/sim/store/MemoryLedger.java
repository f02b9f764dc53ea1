package sluice.sim.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.sim.Ledger;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;

/** A ledger that lasts as long as it is held; a world can be opened from it again. */
public final class MemoryLedger implements Ledger {

    private final Map<String, Page> pages = new HashMap<>();
    private Optional<WorldState> world = Optional.empty();

    @Override
    public Optional<WorldState> world() {
        return world;
    }

    @Override
    public VenueState venue(String venue) {
        return page(venue).state();
    }

    @Override
    public void begin(WorldState state) {
        world = Optional.of(state);
    }

    @Override
    public void keep(String venue, Change change) {
        var page = page(venue);
        page.counters = change.counters();
        world = world.map(state -> new WorldState(state.seed(), change.at(), state.generator()));
        var booked = change.booked();
        booked.orders().forEach(order -> page.orders.put(order.orderId(), order));
        page.fills.addAll(booked.fills());
        booked.balances().forEach(balance -> page.balances.put(List.of(balance.account(), balance.asset()), balance));
        booked.positions()
                .forEach(position -> page.positions.put(List.of(position.account(), position.symbol()), position));
        page.fundings.addAll(booked.fundings());
    }

    @Override
    public void checkpoint(WorldState state, Map<String, Counters> counters) {
        world = Optional.of(state);
        counters.forEach((venue, numbers) -> page(venue).counters = numbers);
    }

    @Override
    public void close() {}

    private Page page(String venue) {
        return pages.computeIfAbsent(venue, name -> new Page());
    }

    private static final class Page {

        private Counters counters = VenueState.NEW.counters();
        private final Map<Long, SimOrder> orders = new LinkedHashMap<>();
        private final List<SimFill> fills = new ArrayList<>();
        private final Map<List<String>, Balance> balances = new LinkedHashMap<>();
        private final Map<List<String>, Position> positions = new LinkedHashMap<>();
        private final List<Funding> fundings = new ArrayList<>();

        private VenueState state() {
            return new VenueState(
                    counters,
                    new Booked(
                            List.copyOf(orders.values()),
                            List.copyOf(fills),
                            List.copyOf(balances.values()),
                            List.copyOf(positions.values()),
                            List.copyOf(fundings)));
        }
    }
}
