package sluice.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;

/**
 * The network between one desk process and the venues: every message takes its time, and some never come.
 *
 * <p>Requests may overtake each other; what goes over a link stays in order. What has left when the process dies goes
 * on to the venue.
 */
final class SimulatedNetwork implements Transport {

    private final Surroundings around;
    private final Consumer<HttpCall> watcher;
    private final Sleep sleep = new Sleep();
    private final Set<SimulatedLink> links = new LinkedHashSet<>();
    private boolean dead;

    /** @param watcher told of every request as the process hands it over */
    SimulatedNetwork(Surroundings around, Consumer<HttpCall> watcher) {
        this.around = around;
        this.watcher = watcher;
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        watcher.accept(call);
        new Exchanged(call, outcome).start();
    }

    @Override
    public Link open(String url, LinkListener listener) {
        var link = new SimulatedLink(around, Address.split(url), new Asleep(listener), links::remove);
        links.add(link);
        link.start();
        return link;
    }

    /** Whether the process at this end runs. */
    Sleep sleep() {
        return sleep;
    }

    /** A link chosen by chance breaks, at each end when that end notices. */
    void cut() {
        if (!links.isEmpty()) {
            around.findings().count("link cut");
            around.dice()
                    .pick(links.stream().sorted(SimulatedLink.OLDEST_FIRST).toList())
                    .cut();
        }
    }

    /** The process is gone: nobody hears anything here, and the venue notices by and by. */
    void die() {
        dead = true;
        List.copyOf(links).forEach(SimulatedLink::die);
    }

    @Override
    public void close() {
        die();
    }

    /** One request and what becomes of it. */
    private final class Exchanged {

        private final HttpCall call;
        private final Consumer<HttpOutcome> outcome;
        private final long sentAt = around.time().nanos();
        private boolean done;

        Exchanged(HttpCall call, Consumer<HttpOutcome> outcome) {
            this.call = call;
            this.outcome = outcome;
        }

        void start() {
            around.time().after(call.deadline().toNanos(), () -> fail(true, "no reply in time"));
            var weather = around.weather();
            if (around.happens("request unsent", weather.unsent())) {
                around.time().after(around.latency(), () -> fail(false, "the venue could not be reached"));
            } else if (around.happens("request lost", weather.requestLost())) {
                breaks();
            } else {
                around.time().after(around.latencyOrLate(), this::arrive);
            }
        }

        /** The connection breaks visibly, or nothing ever comes. */
        private void breaks() {
            if (around.dice().chance(0.5)) {
                around.time().after(around.latency(), () -> fail(true, "the connection was reset"));
            }
        }

        private void arrive() {
            var to = Address.split(call.url());
            var ask = Ask.to(call.method(), to.path(), call.headers(), call.body());
            var delivery = around.world().venue(to.venue()).http(ask);
            if (delivery instanceof Delivery.Nothing) {
                return;
            }
            if (around.happens("reply lost", around.weather().replyLost())) {
                breaks();
                return;
            }
            around.time().after(delivery.delay().toNanos() + around.latencyOrLate(), () -> deliver(delivery));
        }

        private void deliver(Delivery delivery) {
            if (delivery instanceof Delivery.Reply reply) {
                end(new HttpOutcome.Reply(reply.status(), lower(reply.headers()), reply.body(), took()));
            } else {
                fail(true, "the connection was cut");
            }
        }

        private void fail(boolean sent, String cause) {
            end(new HttpOutcome.Failure(sent, cause, took()));
        }

        private Duration took() {
            return Duration.ofNanos(around.time().nanos() - sentAt);
        }

        private void end(HttpOutcome what) {
            sleep.run(() -> heard(what));
        }

        private void heard(HttpOutcome what) {
            if (done || dead) {
                return;
            }
            done = true;
            around.findings().tell(() -> "  " + call + " -> " + brief(what));
            outcome.accept(what);
        }

        private String brief(HttpOutcome what) {
            return what instanceof HttpOutcome.Reply reply
                    ? reply.status() + " "
                            + reply.body()
                                    .substring(0, Math.min(160, reply.body().length()))
                    : what.toString();
        }
    }

    /** What a link brings to a process that is suspended waits until it goes on. */
    private final class Asleep implements LinkListener {

        private final LinkListener listener;

        Asleep(LinkListener listener) {
            this.listener = listener;
        }

        private void hear(Runnable what) {
            sleep.run(() -> {
                if (!dead) {
                    what.run();
                }
            });
        }

        @Override
        public void opened() {
            hear(listener::opened);
        }

        @Override
        public void received(String text) {
            hear(() -> listener.received(text));
        }

        @Override
        public void pinged() {
            hear(listener::pinged);
        }

        @Override
        public void closed(String reason) {
            hear(() -> listener.closed(reason));
        }
    }

    private static Map<String, String> lower(Map<String, String> headers) {
        var lower = new HashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
