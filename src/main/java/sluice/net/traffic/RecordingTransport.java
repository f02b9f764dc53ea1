package sluice.net.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import sluice.market.Clock;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;
import sluice.net.traffic.TrafficFrame.Direction;
import sluice.venue.BadFrame;

/**
 * A transport that notes what crosses another one. Safe for any thread, if the sink is.
 *
 * <p>What is said is masked before the sink sees it; headers and bodies of requests, where keys travel, are not noted
 * at all.
 */
public final class RecordingTransport implements Transport {

    private final Transport transport;
    private final String name;
    private final Clock clock;
    private final UnaryOperator<String> mask;
    private final Consumer<TrafficFrame> sink;
    private final AtomicInteger links = new AtomicInteger();

    /** @param name whose traffic it is, for the names of the connections */
    public RecordingTransport(
            Transport transport, String name, Clock clock, UnaryOperator<String> mask, Consumer<TrafficFrame> sink) {
        this.transport = transport;
        this.name = name;
        this.clock = clock;
        this.mask = mask;
        this.sink = sink;
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        var wire = new Wire(name + ".http", call.url());
        transport.call(call, came -> {
            if (came instanceof HttpOutcome.Reply reply) {
                wire.note(Direction.HTTP, reply.body());
            }
            outcome.accept(came);
        });
    }

    @Override
    public Link open(String url, LinkListener listener) {
        var wire = new Wire(name + ".ws." + links.incrementAndGet(), url);
        return new Tapped(transport.open(url, new Tap(listener, wire)), wire);
    }

    @Override
    public void close() {
        transport.close();
    }

    /** A connection as the recording names it. */
    private final class Wire {

        private final String conn;
        private final String url;

        Wire(String conn, String url) {
            this.conn = conn;
            this.url = mask.apply(url);
        }

        void note(Direction dir, String text) {
            var now = clock.now();
            long ts = now.getEpochSecond() * 1_000_000_000L + now.getNano();
            sink.accept(new TrafficFrame(ts, dir, conn, url, mask.apply(text)));
        }
    }

    private record Tapped(Link link, Wire wire) implements Link {

        @Override
        public boolean send(String text) {
            var sent = link.send(text);
            if (sent) {
                wire.note(Direction.SEND, text);
            }
            return sent;
        }

        @Override
        public void close() {
            link.close();
        }
    }

    private record Tap(LinkListener listener, Wire wire) implements LinkListener {

        @Override
        public void opened() {
            wire.note(Direction.CONNECT, "");
            listener.opened();
        }

        @Override
        public void received(String text) {
            wire.note(Direction.RECV, text);
            listener.received(text);
        }

        @Override
        public void unread(BadFrame kind) {
            listener.unread(kind);
        }

        @Override
        public void pinged() {
            listener.pinged();
        }

        @Override
        public void closed(String reason) {
            listener.closed(reason);
        }
    }
}
