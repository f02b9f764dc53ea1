package sluice.sim.bybit.endpoint;

import java.util.Optional;
import sluice.sim.Listing;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Form;

/** Which listings a request is about: a category, and perhaps a symbol or a coin in it. */
record Wanted(Category category, Optional<String> symbol, Optional<String> baseCoin, Optional<String> settleCoin) {

    static Wanted of(BybitFloor floor, Form form) {
        var category = form.category();
        var symbol = form.optional("symbol")
                .map(name -> floor.listing(category, name).name());
        return new Wanted(category, symbol, form.optional("baseCoin"), form.optional("settleCoin"));
    }

    boolean isNarrowed() {
        return symbol.isPresent() || baseCoin.isPresent() || settleCoin.isPresent();
    }

    boolean has(Listing listing) {
        return Category.of(listing) == category
                && symbol.map(listing.name()::equals).orElse(true)
                && baseCoin.map(listing.base()::equals).orElse(true)
                && settleCoin.map(listing.quote()::equals).orElse(true);
    }
}
