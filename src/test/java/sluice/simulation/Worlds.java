package sluice.simulation;

import java.math.BigDecimal;
import java.util.List;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.sim.Listing;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;

/** Worlds as small as a simulation can do with, so that thousands of them can be played. */
final class Worlds {

    /** A price step so large that few levels make a book. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(20);

    private Worlds() {}

    /** What a cast plays in. */
    static WorldSpec of(long seed, Cast cast) {
        var spec = of(seed, cast.venues(), cast.symbols());
        return cast.tempo().isQuiet()
                ? new WorldSpec(
                        seed,
                        spec.assets(),
                        spec.venues().stream().map(Worlds::thin).toList())
                : spec;
    }

    private static VenueSpec thin(VenueSpec venue) {
        return with(venue, venue.listings().stream().map(Worlds::coarse).toList());
    }

    private static Listing coarse(Listing listing) {
        return new Listing(
                listing.name(),
                listing.base(),
                listing.quote(),
                listing.contract(),
                new Instrument.Grid(COARSE, listing.lot()),
                listing.bounds(),
                listing.limits());
    }

    /** The usual venues of these names, with nothing but these symbols. */
    static WorldSpec of(long seed, List<String> venues, List<Symbol> symbols) {
        var usual = WorldSpec.usual(seed).only(venues.toArray(String[]::new));
        var assets = usual.assets().stream()
                .filter(asset -> symbols.stream().anyMatch(symbol -> isOf(symbol, asset.name())))
                .toList();
        var few = usual.venues().stream().map(venue -> only(venue, symbols)).toList();
        return new WorldSpec(seed, assets, few);
    }

    private static boolean isOf(Symbol symbol, String asset) {
        return symbol.base().equals(asset) || symbol.quote().equals(asset);
    }

    private static VenueSpec only(VenueSpec venue, List<Symbol> symbols) {
        return with(
                venue,
                venue.listings().stream()
                        .filter(listing -> symbols.contains(symbol(listing)))
                        .toList());
    }

    private static VenueSpec with(VenueSpec venue, List<Listing> listings) {
        return new VenueSpec(
                venue.name(), listings, venue.fees(), venue.basisBps(), venue.depth(), venue.latency(), venue.grants());
    }

    static Symbol symbol(Listing listing) {
        return new Symbol(listing.base(), listing.quote(), listing.kind());
    }
}
