package sluice.bench.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.net.hmac.Credentials;
import sluice.venue.binance.BinanceConfig;

/** A desk on a venue that answers only orders over the wire. */
record CannedRig(DeskRig desk, CannedVenue venue) implements AutoCloseable {

    static CannedRig open(Path home, int port) {
        var url = "127.0.0.1:" + port;
        var config = DeskRig.config(
                BinanceConfig.Hosts.of("http://" + url, "ws://" + url), new Credentials("key", "0123456789abcdef"));
        List<CannedVenue> venues = new ArrayList<>();
        var desk = new DeskRig(home.resolve("journal.db"), config, (transport, stages) -> {
            venues.add(new CannedVenue(new Watched(transport, stages)));
            return venues.get(0);
        });
        return new CannedRig(desk, venues.get(0));
    }

    void end(String clientId) {
        venue.end(clientId);
    }

    @Override
    public void close() {
        desk.close();
    }
}
