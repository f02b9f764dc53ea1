package sluice.shell.words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import sluice.engine.view.View;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.Failure;
import sluice.shell.UnusableInputException;

/** What the desk has, against which names are held. */
public record Known(View view) {

    /** Every instrument of every venue, by symbol and venue. */
    public List<Instrument> instruments() {
        return view.venues().values().stream()
                .flatMap(venue -> venue.instruments().stream())
                .sorted(Comparator.comparing(Instrument::symbol).thenComparing(Instrument::venue))
                .toList();
    }

    /** Its listings; none before any venue has told what it lists. Throws where another symbol must be meant. */
    public List<Instrument> listings(Symbol symbol) {
        var all = instruments();
        if (symbol.quote().isEmpty()) {
            throw unfinished(symbol.base(), all);
        }
        var listings =
                all.stream().filter(listing -> listing.symbol().equals(symbol)).toList();
        if (listings.isEmpty() && !all.isEmpty()) {
            var names = new TreeSet<String>();
            all.forEach(listing -> names.add(listing.symbol().name()));
            throw new UnusableInputException(Failure.of(
                            "UNKNOWN_SYMBOL",
                            "no venue lists " + Plain.shown(symbol.name())
                                    + Suggestions.or(symbol.name(), names, "; symbols shows what there is"))
                    .with("word", symbol));
        }
        return listings;
    }

    /** A name without a quote: what it may be short for, or what a venue calls by it. */
    private static UnusableInputException unfinished(String name, List<Instrument> all) {
        var meant = new TreeSet<String>();
        for (var listing : all) {
            var bare = listing.venueSymbol().replaceAll("[^A-Za-z0-9]", "");
            if (listing.symbol().base().equals(name) || bare.equalsIgnoreCase(name)) {
                meant.add(listing.symbol().name());
            }
        }
        var shown = Plain.shown(name);
        var failure = meant.isEmpty()
                ? Failure.of("UNKNOWN_SYMBOL", shown + " is not a symbol (expected BASE-QUOTE or BASE-QUOTE-PERP)")
                : meant.size() == 1
                        ? Failure.of("UNKNOWN_SYMBOL", shown + " is not a symbol. Did you mean " + meant.first() + "?")
                        : Failure.of("AMBIGUOUS_SYMBOL", shown + " could be any of " + String.join(", ", meant));
        return new UnusableInputException(failure.with("word", name));
    }

    public void venue(VenueId venue) {
        if (!view.venues().containsKey(venue)) {
            var names = view.venues().keySet().stream().map(VenueId::name).toList();
            throw new UnusableInputException(Failure.of(
                            "UNKNOWN_VENUE",
                            "there is no venue " + Plain.shown(venue.name())
                                    + Suggestions.or(venue.name(), names, "; there are " + String.join(", ", names)))
                    .with("word", venue));
        }
    }

    public void symbol(Optional<Symbol> symbol) {
        symbol.ifPresent(this::listings);
    }

    public void venue(Optional<VenueId> venue) {
        venue.ifPresent(this::venue);
    }
}
