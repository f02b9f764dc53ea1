package sluice.shell.risk;

import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import sluice.engine.Scope;
import sluice.engine.view.View;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;

/** The options that narrow a command to one venue, symbol or tag. */
final class ScopeOptions {

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only there.")
    private Optional<VenueId> venue = Optional.empty();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only that, wherever it trades.")
    private Optional<Symbol> symbol = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only orders placed with that tag.")
    private Optional<String> tag = Optional.empty();

    /** Says what is wrong without looking at any desk. */
    void checkCount() {
        if (Stream.of(venue, symbol, tag).filter(Optional::isPresent).count() > 1) {
            throw new UnusableInputException("give --venue, --symbol or --tag, not several of them");
        }
    }

    void check(View view) {
        checkCount();
        var known = new Known(view);
        known.venue(venue);
        known.symbol(symbol);
    }

    Scope scope() {
        return venue.map(Scope::of)
                .or(() -> symbol.map(Scope::of))
                .or(() -> tag.map(Scope::ofTag))
                .orElse(Scope.GLOBAL);
    }
}
