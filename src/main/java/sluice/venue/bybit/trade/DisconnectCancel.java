package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import sluice.net.gate.Answer;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.venue.VenueEvent;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.reply.PrivateEvent;
import sluice.venue.bybit.trade.wire.StreamRequests;

/**
 * The venue's disconnection protection, as long as it is wanted. Confined to its session.
 *
 * <p>Set disconnect cancel all: "Your private websocket connection must subscribe 'dcp' topic in order to trigger DCP",
 * and if the venue "does not receive the reconnection from the client" within the window "and resumes the heartbeat
 * 'ping'", it cancels. So the window is told once, every new link subscribes and pings at once, and a link that no
 * longer subscribes means nothing by its end.
 */
final class DisconnectCancel implements Due {

    private static final String ON = "dead-man-on-";
    private static final String OFF = "dead-man-off-";

    /** System status has no stream of its own; maintenance is announced long before. */
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(60).toNanos();

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final StreamRequests requests;
    private final IntSupplier liveLink;
    private final List<Category> categories;
    private Optional<Duration> window = Optional.empty();
    private boolean isTold;
    private int asked;
    private int link;
    private OptionalLong lookNanos = OptionalLong.empty();

    /** @param liveLink the number of the link that brings private events; 0 where there is none */
    DisconnectCancel(Outlet outlet, Gate gate, Wire wire, StreamRequests requests, IntSupplier liveLink) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.requests = requests;
        this.liveLink = liveLink;
        this.categories = wire.objects().names().symbols().stream()
                .map(Category::of)
                .distinct()
                .toList();
    }

    /** Whether a frame answers one of this. */
    static boolean isAbout(PrivateEvent.Answered answer) {
        return answer.id().startsWith(ON) || answer.id().startsWith(OFF);
    }

    void set(Optional<Duration> wanted) {
        window = wanted;
        isTold = false;
        asked++;
        if (wanted.isPresent()) {
            lookNanos = lookNanos.isPresent() ? lookNanos : OptionalLong.of(outlet.nanos());
            tell(asked, wanted.get(), new ArrayDeque<>(categories));
        } else if (link != 0 && link == liveLink.getAsInt()) {
            outlet.out().send(link, requests.unsubscribe(OFF + link, topics()));
        }
        link = wanted.isPresent() ? link : 0;
    }

    private void tell(int which, Duration wanted, Deque<Category> left) {
        if (left.isEmpty()) {
            isTold = true;
            link = 0;
            subscribe();
            return;
        }
        var category = left.remove();
        var ask = Quota.DEAD_MAN.read(category, at -> wire.orders().disconnectWindow(category, wanted, at));
        gate.soon(ask, answer -> {
            if (which != asked) {
                return;
            }
            if (answer instanceof Answer.Done) {
                tell(which, wanted, left);
            } else {
                refused("the venue did not take the window: " + answer.why());
            }
        });
    }

    private void subscribe() {
        int live = liveLink.getAsInt();
        if (isTold && live != 0 && live != link) {
            link = live;
            outlet.out().send(link, requests.subscribe(ON + link, topics()));
            outlet.out().send(link, requests.ping("ping-" + ON + link));
        }
    }

    private List<String> topics() {
        return categories.stream()
                .map(category -> switch (category) {
                    case SPOT -> "dcp.spot";
                    case LINEAR -> "dcp.future";
                })
                .toList();
    }

    void answered(PrivateEvent.Answered answer) {
        if (answer.id().startsWith(OFF)) {
            if (window.isEmpty()) {
                turned(false, "disarmed");
            }
        } else if (window.isPresent() && answer.success()) {
            turned(true, "everything is cancelled after " + window.get().toSeconds() + " s without us");
        } else if (window.isPresent()) {
            refused("the venue did not take the subscription: " + answer.text());
        }
    }

    private void refused(String why) {
        window = Optional.empty();
        isTold = false;
        link = 0;
        turned(false, why);
    }

    private void turned(boolean armed, String text) {
        outlet.emit(new VenueEvent.DeadManTurned(outlet.venue(), armed, text, outlet.stamp()));
    }

    @Override
    public void woken() {
        subscribe();
        if (lookNanos.isPresent() && outlet.nanos() >= lookNanos.getAsLong()) {
            lookNanos = OptionalLong.of(outlet.nanos() + LOOK_EVERY_NANOS);
            gate.soon(Quota.STATUS.read(Category.SPOT, at -> wire.reads().systemStatus()), answer -> {
                if (answer instanceof Answer.Done done) {
                    var next = AccountObjects.maintenance(done.body().in("result"), gate.venueNow());
                    outlet.emit(new VenueEvent.MaintenanceAnnounced(outlet.venue(), next, outlet.stamp()));
                }
            });
        }
    }

    @Override
    public OptionalLong nextNanos() {
        return lookNanos;
    }
}
