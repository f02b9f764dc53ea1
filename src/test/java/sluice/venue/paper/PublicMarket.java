package sluice.venue.paper;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** The public side: what it says is what the test makes it say. */
final class PublicMarket implements Venue, LiveBook {

    Consumer<VenueEvent> inbox = event -> {};
    Optional<Ladder> ladder = Optional.empty();
    long version;
    private final Symbol symbol;

    PublicMarket() {
        this(PaperRig.SPOT);
    }

    PublicMarket(Symbol symbol) {
        this.symbol = symbol;
    }

    @Override
    public Manifest manifest() {
        return new Manifest(
                PaperRig.VENUE,
                new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.NONE),
                new Manifest.Proof(Optional.empty(), Duration.ofSeconds(30), "done"),
                new Manifest.Orders(Set.of(Tif.Kind.values()), true, true, true, Manifest.Amend.CANCEL_REPLACE));
    }

    @Override
    public void open(Consumer<VenueEvent> hears) {
        inbox = hears;
    }

    @Override
    public void send(VenueCommand command) {
        throw new AssertionError("sent to the real venue: " + command);
    }

    @Override
    public void close() {}

    @Override
    public VenueId venue() {
        return PaperRig.VENUE;
    }

    @Override
    public Symbol symbol() {
        return symbol;
    }

    @Override
    public Optional<Ladder> read(int depth) {
        return ladder;
    }

    @Override
    public long version() {
        return version;
    }
}
