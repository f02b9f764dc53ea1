package sluice.venue.binance.market;

import java.time.Duration;
import java.util.Map;
import sluice.market.Instrument;
import sluice.net.HttpCall;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.gate.Ask;
import sluice.venue.binance.market.wire.DepthWire;

/** Where Binance's depth snapshots are asked for, and how they are read. Confined to one thread, as its wire is. */
public record BinanceSnapshots(DepthWire wire, String rest, int limit, Duration deadline) implements SnapshotSource {

    @Override
    public Ask ask(Instrument instrument) {
        var url = rest + "/api/v3/depth?symbol=" + instrument.venueSymbol() + "&limit=" + limit;
        return Ask.read(weight(), at -> HttpCall.get(url, Map.of(), deadline));
    }

    @Override
    public DepthUpdate read(int book, String body) {
        wire.readSnapshot(book, body);
        return wire;
    }

    @Override
    public DepthUpdate again(String frame) {
        wire.read(frame);
        return wire;
    }

    /** rest-api.md, "Order book": a limit of up to 100 weighs 5, up to 500 25, up to 1000 50, up to 5000 250. */
    private int weight() {
        if (limit <= 500) {
            return limit <= 100 ? 5 : 25;
        }
        return limit <= 1000 ? 50 : 250;
    }
}
