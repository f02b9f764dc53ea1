package sluice.app.crash;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import sluice.net.HeldCall;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;
import sluice.venue.BadFrame;

/**
 * A transport each of whose calls and private frames is two steps: a call before it leaves and when its reply is there
 * but not handed on, a frame before it is handed on and after. Safe for any thread.
 *
 * <p>What anybody may know is no step: its number would be another in every run.
 */
public final class SteppedTransport implements Transport {

    private static final Pattern PUBLIC =
            Pattern.compile("exchangeInfo|depth|/time|/market|products|product_book|ticker|bookTicker|kline|ping");
    private static final Pattern OWN = Pattern.compile("\"e\"\\s*:\\s*\"(executionReport|outboundAccountPosition)\""
            + "|\"topic\"\\s*:\\s*\"((?:order|execution|wallet|position)[a-z.]*)\""
            + "|\"channel\"\\s*:\\s*\"(user)\"");
    private static final Pattern NUMBERED = Pattern.compile("/[^/]*[0-9][^/]{3,}(?=/|$)");

    private final Transport transport;
    private final Steps steps;

    public SteppedTransport(Transport transport, Steps steps) {
        this.transport = transport;
        this.steps = steps;
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        var name = name(call);
        name.ifPresent(known -> steps.pass("before " + known));
        transport.call(call, stepped(name, outcome));
    }

    @Override
    public void prepare(Supplier<Optional<HeldCall>> work) {
        transport.prepare(() -> work.get().map(held -> {
            var name = name(held.call());
            name.ifPresent(known -> steps.pass("ready " + known));
            return new HeldCall(held.call(), held.departure(), stepped(name, held.outcome()));
        }));
    }

    private Consumer<HttpOutcome> stepped(Optional<String> name, Consumer<HttpOutcome> outcome) {
        return came -> {
            name.ifPresent(known -> steps.pass("reply to " + known));
            outcome.accept(came);
        };
    }

    private static Optional<String> name(HttpCall call) {
        var path = call.url().replaceFirst("\\?.*", "").replaceFirst("^[a-z]+://[^/]*", "");
        return PUBLIC.matcher(path).find()
                ? Optional.empty()
                : Optional.of(call.method() + " " + NUMBERED.matcher(path).replaceAll("/*"));
    }

    @Override
    public Link open(String url, LinkListener listener) {
        return transport.open(url, new Stepped(listener));
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Who hears of a socket. */
    private final class Stepped implements LinkListener {

        private final LinkListener listener;

        Stepped(LinkListener listener) {
            this.listener = listener;
        }

        @Override
        public void received(String text) {
            var own = OWN.matcher(text);
            if (!own.find()) {
                listener.received(text);
                return;
            }
            var name = own.group().replaceAll("^.*\"([^\"]+)\"$", "$1") + " frame";
            steps.pass("before " + name);
            listener.received(text);
            steps.pass("after " + name);
        }

        @Override
        public void opened() {
            listener.opened();
        }

        @Override
        public void pinged() {
            listener.pinged();
        }

        @Override
        public void unread(BadFrame kind) {
            listener.unread(kind);
        }

        @Override
        public void closed(String reason) {
            listener.closed(reason);
        }
    }
}
