package sluice.shell.words;

import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.engine.view.View;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** {@code --symbol} and {@code --venue} of a list. */
public final class Only {

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only of that.")
    private Optional<Symbol> symbol = Optional.empty();

    @Mixin
    private AtVenue venue = new AtVenue();

    /** Throws {@link sluice.shell.UnusableInputException} for a symbol or a venue that the desk does not have. */
    public void check(View view) {
        new Known(view).symbol(symbol);
        venue.check(view);
    }

    public boolean at(VenueId id) {
        return venue.has(id);
    }

    /** Whether any of these is there; without a venue that was named, none has to be. */
    public boolean atAny(Stream<VenueId> ids) {
        return venue.named().isEmpty() || ids.anyMatch(venue::has);
    }

    public boolean of(Symbol name) {
        return symbol.isEmpty() || symbol.get().equals(name);
    }

    /** The one that was named. */
    public Optional<Symbol> symbol() {
        return symbol;
    }
}
