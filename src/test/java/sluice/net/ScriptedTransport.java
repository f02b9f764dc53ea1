package sluice.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A transport that remembers what was asked of it and answers when the test says so. Confined to one thread.
 *
 * <p>Calls and links are taken in the order they were made; {@link #assertExhausted} says what nobody took.
 */
public final class ScriptedTransport implements Transport {

    private static final Duration TOOK = Duration.ofMillis(5);

    private final Deque<Asked> calls = new ArrayDeque<>();
    private final Deque<Wire> links = new ArrayDeque<>();
    private boolean closed;

    /** One call that waits for its answer. */
    public record Asked(HttpCall call, Consumer<HttpOutcome> outcome) {

        public void reply(int status, String body) {
            reply(status, Map.of(), body);
        }

        public void reply(int status, Map<String, String> headers, String body) {
            outcome.accept(new HttpOutcome.Reply(status, headers, body, TOOK));
        }

        public void fail(boolean sent, String cause) {
            outcome.accept(new HttpOutcome.Failure(sent, cause, TOOK));
        }
    }

    /** One link, seen from the venue. */
    public static final class Wire implements Link {

        private final String url;
        private final LinkListener listener;
        private final Deque<String> sent = new ArrayDeque<>();
        private boolean full;
        private boolean closed;

        Wire(String url, LinkListener listener) {
            this.url = url;
            this.listener = listener;
        }

        public String url() {
            return url;
        }

        public LinkListener listener() {
            return listener;
        }

        public boolean isClosed() {
            return closed;
        }

        public void fill() {
            full = true;
        }

        public Wire opens() {
            listener.opened();
            return this;
        }

        public Wire says(String text) {
            listener.received(text);
            return this;
        }

        public void drops(String reason) {
            closed = true;
            listener.closed(reason);
        }

        /** The oldest frame not yet taken. */
        public String takeSent() {
            if (sent.isEmpty()) {
                throw new AssertionError("nothing was sent to " + url);
            }
            return sent.remove();
        }

        @Override
        public boolean send(String text) {
            return !closed && !full && sent.add(text);
        }

        /** As on sockets, the listener hears of it later: when the test calls {@link #drops}. */
        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        calls.add(new Asked(call, outcome));
    }

    @Override
    public Link open(String url, LinkListener listener) {
        var link = new Wire(url, listener);
        links.add(link);
        return link;
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** The oldest call not yet taken. */
    public Asked takeCall() {
        if (calls.isEmpty()) {
            throw new AssertionError("no call was made");
        }
        return calls.remove();
    }

    public Wire takeLink() {
        if (links.isEmpty()) {
            throw new AssertionError("no link was opened");
        }
        return links.remove();
    }

    public void assertExhausted() {
        List<String> left = new ArrayList<>();
        calls.forEach(
                asked -> left.add(asked.call().method() + " " + asked.call().url()));
        links.forEach(link -> left.add("OPEN " + link.url()));
        if (!left.isEmpty()) {
            throw new AssertionError("not expected: " + left);
        }
    }
}
