package sluice.simulation;

import java.util.List;
import sluice.market.Symbol;
import sluice.sim.Listing;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;

/** Worlds as small as a simulation can do with, so that thousands of them can be played. */
final class Worlds {

    private Worlds() {}

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
        var listings = venue.listings().stream()
                .filter(listing -> symbols.contains(symbol(listing)))
                .toList();
        return new VenueSpec(
                venue.name(), listings, venue.fees(), venue.basisBps(), venue.depth(), venue.latency(), venue.grants());
    }

    static Symbol symbol(Listing listing) {
        return new Symbol(listing.base(), listing.quote(), listing.kind());
    }
}
