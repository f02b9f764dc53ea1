package sluice.shell.words;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import sluice.engine.view.View;
import sluice.market.VenueId;

/** {@code --venue} of a list. */
public final class AtVenue {

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only there.")
    private Optional<VenueId> venue = Optional.empty();

    /** Throws {@link sluice.shell.UnusableInputException} for a venue that the desk does not have. */
    public void check(View view) {
        new Known(view).venue(venue);
    }

    public boolean has(VenueId id) {
        return venue.isEmpty() || venue.get().equals(id);
    }

    /** The one that was named. */
    public List<VenueId> named() {
        return venue.stream().toList();
    }
}
