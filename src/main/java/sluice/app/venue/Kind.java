package sluice.app.venue;

import java.util.List;
import sluice.app.toml.Section;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;

/** A kind of venue there is an adapter for. */
public interface Kind {

    String name();

    /** Reads what the venue's section says beyond what all venues have. */
    Wiring read(Section section);

    /** A simulated venue, which has one address for calls and one for sockets. */
    Wiring simulated(String rest, String ws);

    /** What is watched where the configuration does not say. */
    List<Symbol> symbols();

    /** Runs a recording through the adapter; every so many messages the book is hashed. */
    FrameReplay replay(VenueId venue, Clock clock, int checkpoints);
}
