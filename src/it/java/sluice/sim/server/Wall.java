package sluice.sim.server;

import java.time.Instant;
import sluice.market.Clock;

/** Real time, for clients that know no other. */
final class Wall {

    static final Clock CLOCK = new Clock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    private Wall() {}

    static SimVenue venue(SimServer server, String name) {
        return server.venues().stream()
                .filter(venue -> venue.venue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
