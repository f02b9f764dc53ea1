package sluice.engine.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.DeskEvent;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.market.VenueId;
import sluice.order.account.AccountEvent;
import sluice.risk.DeadMan;
import sluice.risk.DeadMan.Standing;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueEvent.Maintenance;

/**
 * Has venues cancel our orders should we fall silent, wherever that is configured and harms nobody else's.
 *
 * <p>A switch that a venue refused to arm is tried again. What a switch does while our link is down is the venue's own
 * business, and shows when it is reconciled. Confined to the desk thread.
 */
public final class DeadMen {

    /** Between two looks, which also try again what a venue refused. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Turn turn;
    private final Map<VenueId, Duration> windows;
    private final Map<VenueId, Switch> switches = new TreeMap<>();

    /** What is known of one venue's. */
    private static final class Switch {
        private final Duration window;
        private boolean asked;
        private boolean armed;
        private boolean stranger;
        private Optional<Maintenance> next = Optional.empty();

        Switch(Duration window) {
            this.window = window;
        }
    }

    /** {@code windows} is what is configured, by venue. */
    public DeadMen(Turn turn, Map<VenueId, Duration> windows) {
        this.turn = turn;
        this.windows = Map.copyOf(windows);
    }

    public void begin() {
        windows.forEach((venue, window) -> {
            if (turn.venues().containsKey(venue)) {
                var at = new Switch(window);
                switches.put(venue, at);
                judge(venue, at);
                turn.after(EVERY, new Due.DeadManDue(venue));
            }
        });
    }

    /** Takes note of what a venue said, once everybody else has. */
    public void heard(VenueEvent event) {
        var at = switches.get(event.venue());
        if (at == null) {
            return;
        }
        if (event instanceof VenueEvent.DeadManTurned turned) {
            turned(at, turned);
        } else if (event instanceof VenueEvent.MaintenanceAnnounced announced) {
            at.next = announced.next();
            judge(event.venue(), at);
        } else if (event instanceof VenueEvent.MassStatus) {
            at.stranger = false;
            judge(event.venue(), at);
        } else if (event instanceof VenueEvent.OrderReport report && isOfStranger(report)) {
            at.stranger = true;
            judge(event.venue(), at);
        }
    }

    /** Whether an order that is none of ours began to rest, as the private stream tells it. */
    private boolean isOfStranger(VenueEvent.OrderReport report) {
        return report.news() instanceof OrderNews.Shown
                && turn.orders()
                        .find(report.venue(), report.clOrdId(), report.orderId())
                        .isEmpty();
    }

    private void turned(Switch at, VenueEvent.DeadManTurned event) {
        if (event.armed() && !at.asked) {
            return;
        }
        if (at.armed != event.armed() || !event.armed() && at.asked) {
            record(event.venue(), event.armed(), event.text());
        }
        at.armed = event.armed();
        if (!event.armed() && at.asked) {
            at.asked = false;
            show(event.venue(), "not armed: " + event.text());
        } else if (event.armed()) {
            show(event.venue(), "armed: " + event.text());
        }
    }

    public void due(Due.DeadManDue due) {
        turn.after(EVERY, due);
        Optional.ofNullable(switches.get(due.venue())).ifPresent(at -> judge(due.venue(), at));
    }

    private void judge(VenueId venue, Switch at) {
        var ruling = DeadMan.judge(about(venue, at), turn.now().at());
        if (ruling.standing() == Standing.ARMED && !at.asked) {
            at.asked = true;
            show(venue, "not armed yet");
            turn.send(venue, new VenueCommand.SetDeadMan(Optional.of(at.window)));
        } else if (ruling.standing() == Standing.DISARMED && at.asked) {
            disarm(venue, at, ruling.why());
        } else if (!at.asked && !ruling.why().isEmpty()) {
            show(venue, "not armed: " + ruling.why());
        }
    }

    private DeadMan.Case about(VenueId id, Switch at) {
        var venue = turn.venue(id);
        var range = venue.manifest().answers().deadMan();
        var others = Math.max(venue.external().size(), at.stranger ? 1 : 0);
        return new DeadMan.Case(
                Optional.of(at.window),
                range.map(has -> new DeadMan.Range(has.shortest(), has.longest())),
                venue.isPrivateLive() && venue.isRecovered(),
                others,
                at.next.map(next -> new DeadMan.Closing(next.begins(), next.ends())));
    }

    private void disarm(VenueId venue, Switch at, String why) {
        at.asked = false;
        at.armed = false;
        turn.send(venue, new VenueCommand.SetDeadMan(Optional.empty()));
        record(venue, false, why);
        show(venue, "not armed: " + why);
    }

    private void record(VenueId venue, boolean armed, String why) {
        turn.record(new DeskEvent.OfAccount(new AccountEvent.DeadManTurned(venue, armed, why, turn.now())));
    }

    private void show(VenueId venue, String words) {
        turn.venue(venue).deadMan(words);
    }

    /** The desk ends as it should: what rests stays. */
    public void end() {
        switches.forEach((venue, at) -> {
            if (at.asked) {
                disarm(venue, at, "the desk ends");
            }
        });
    }
}
