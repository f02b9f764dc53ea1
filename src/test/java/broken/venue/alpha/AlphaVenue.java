package broken.venue.alpha;

import broken.venue.beta.BetaWire;
import java.util.concurrent.atomic.AtomicInteger;

record AlphaVenue(BetaWire wire) {

    record Held(AtomicInteger sockets) {}
}
