package sluice.sim.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.sim.Exchange;
import sluice.sim.Exchanges;
import sluice.sim.Ledger;
import sluice.sim.Ledger.Counters;
import sluice.sim.Ledger.WorldState;
import sluice.sim.Listing;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.flow.MarketSpec;
import sluice.sim.flow.Prices;
import sluice.sim.match.Scales;
import sluice.sim.store.ForeignSeedException;

/**
 * Several exchanges under one efficient price per asset, moved on together.
 *
 * <p>Time goes in steps of 100 ms on the clock's own grid, so that what happens depends on the seed and on what is
 * asked when, not on how often the world is advanced. Of a longer absence only the last minute is played, on opening
 * without an order that waited only its last seconds. Confined to the simulator's thread.
 */
public final class World implements Exchanges {

    public static final Duration STEP = Duration.ofMillis(100);

    /** Time missed beyond this did not happen. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** As much of it as is played on opening when no order waited for it. */
    static final Duration IDLE = Duration.ofSeconds(5);

    private static final String PRICES = "prices";
    private static final Duration NOTED = Duration.ofSeconds(1);

    private final WorldSpec spec;
    private final Ledger ledger;
    private final Prices prices;
    private final Map<String, TradingFloor> floors = new LinkedHashMap<>();
    private Instant clock;
    private Instant noted;
    private boolean still;

    private World(WorldSpec spec, Ledger ledger, Instant clock) {
        this.spec = spec;
        this.ledger = ledger;
        this.clock = clock;
        this.noted = clock;
        this.prices = new Prices(spec.seed(), spec.assets());
    }

    /**
     * Opens the world the ledger keeps, playing at most a minute of what it missed, or begins it.
     *
     * @throws ForeignSeedException when the ledger keeps a world of another seed
     */
    public static World open(WorldSpec spec, Ledger ledger, Instant now) {
        var kept = ledger.world();
        if (kept.isPresent() && kept.get().seed() != spec.seed()) {
            throw new ForeignSeedException(kept.get().seed(), spec.seed());
        }
        var clock =
                kept.map(WorldState::clock).filter(then -> then.isBefore(now)).orElse(now);
        var world = new World(spec, ledger, clock);
        spec.venues().forEach(venue -> world.add(venue, kept));
        kept.map(state -> state.generator().get(PRICES)).ifPresent(world.prices::restore);
        world.floors.values().forEach(TradingFloor::open);
        if (kept.isEmpty()) {
            ledger.begin(world.state());
        }
        world.advance(now, world.isWorking() ? LONGEST : IDLE);
        return world;
    }

    /** The seed to open with: the one asked for, else the ledger's, else the usual one. */
    public static long seed(Ledger ledger, OptionalLong asked) {
        return asked.orElseGet(() -> ledger.world().map(WorldState::seed).orElse(WorldSpec.USUAL_SEED));
    }

    @Override
    public Exchange exchange(String venue) {
        return Optional.ofNullable(floors.get(venue))
                .orElseThrow(() -> new IllegalArgumentException("There is no simulated venue " + venue + "."));
    }

    @Override
    public List<String> venues() {
        return List.copyOf(floors.keySet());
    }

    public Instant now() {
        return clock;
    }

    @Override
    public boolean isWorking() {
        return floors.values().stream()
                .anyMatch(floor -> floor.office().tickets().anyOpen());
    }

    /** A world goes on in one go, whether anybody listens or not. */
    @Override
    public boolean play(Instant now, boolean isAttended) {
        advance(now);
        return false;
    }

    /** Plays all venues up to a moment; one that is not later changes nothing. */
    public void advance(Instant now) {
        advance(now, LONGEST);
    }

    private void advance(Instant now, Duration longest) {
        if (!now.isAfter(clock)) {
            return;
        }
        var from = now.minus(longest);
        var step = STEP.toMillis();
        var last = Math.floorDiv(now.toEpochMilli(), step);
        var done = Math.floorDiv((from.isAfter(clock) ? from : clock).toEpochMilli(), step);
        for (var next = done + 1; next <= last; next++) {
            step(Instant.ofEpochMilli(next * step));
        }
        clock = now;
        floors.values().forEach(floor -> floor.office().at(now));
        if (!now.isBefore(noted.plus(NOTED))) {
            note();
        }
    }

    @Override
    public void freeze(boolean frozen) {
        floors.values().forEach(floor -> floor.freeze(frozen));
        still = frozen;
    }

    /** Notes where the market is and lets go of the ledger. */
    @Override
    public void close() {
        note();
        ledger.close();
    }

    private void step(Instant at) {
        if (!still) {
            prices.step(STEP.toMillis() / 1e3);
        }
        floors.values().forEach(floor -> floor.step(at));
    }

    private void note() {
        noted = clock;
        var counters = new LinkedHashMap<String, Counters>();
        floors.forEach((venue, floor) -> counters.put(venue, floor.office().counters()));
        ledger.checkpoint(state(), counters);
    }

    private WorldState state() {
        var generator = new LinkedHashMap<String, String>();
        generator.put(PRICES, prices.state());
        floors.values().forEach(floor -> generator.putAll(floor.states()));
        return new WorldState(spec.seed(), clock, generator);
    }

    private void add(VenueSpec venue, Optional<WorldState> kept) {
        var saved = ledger.venue(venue.name());
        var floor = new TradingFloor(venue, prices, ledger, saved.counters(), clock);
        for (var listing : venue.listings()) {
            var name = venue.name() + "." + listing.symbol();
            var scales = new Scales(listing);
            var pit = new Pit(scales, market(venue, listing, name), floor.office(), STEP.toMillis() / 1e3);
            kept.map(state -> state.generator().get(name)).ifPresent(pit::restore);
            floor.add(pit);
        }
        floor.restore(saved.booked());
        floors.put(venue.name(), floor);
    }

    private MarketSpec market(VenueSpec venue, Listing listing, String name) {
        double depth = 0;
        for (var asset : spec.assets()) {
            depth += asset.name().equals(listing.base()) ? asset.depth() : 0;
        }
        return new MarketSpec(
                spec.seed(),
                name,
                listing.tick().doubleValue(),
                prices.pair(listing.base(), listing.quote()),
                depth / listing.lot().doubleValue(),
                venue.depth(),
                venue.basisBps());
    }
}
