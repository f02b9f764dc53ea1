package sluice.net.orders;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.gate.VenueTime;
import sluice.net.limit.Earliest;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * Order entry at a venue, as one machine without I/O: commands go out over REST, and what became of them is told on the
 * private stream.
 *
 * <p>At the start it takes the venue's time; once that is known, it is told, and the stream and all that is signed
 * begin. Confined to its driver.
 */
public final class TradeSession implements Session {

    private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Trading trading;
    private final Outlet outlet;
    private final VenueTime time;
    private final Gate gate;
    private final PrivateStream<?> stream;
    private final List<Due> due;
    private boolean isNewsOfLink;
    private boolean isTimeTold;
    private long measuredNanos;

    public TradeSession(Trading trading) {
        this.trading = trading;
        outlet = trading.parts().outlet();
        time = trading.parts().time();
        gate = trading.parts().gate();
        stream = trading.parts().stream();
        due = trading.due();
        measuredNanos = outlet.nanos();
    }

    @Override
    public void start(Out out) {
        step(out);
    }

    private void look(VenueCommand.Ref order) {
        var askedAt = outlet.stamp();
        trading.look(
                order,
                lookup -> outlet.emit(
                        new VenueEvent.StatusReport(outlet.venue(), order, lookup, askedAt, outlet.stamp())));
    }

    @Override
    public void command(VenueCommand command, Out out) {
        outlet.use(out);
        if (command instanceof VenueCommand.NewOrder order) {
            trading.place(order);
        } else if (command instanceof VenueCommand.CancelOrder cancel) {
            trading.cancel(cancel.order());
        } else if (command instanceof VenueCommand.ReplaceOrder replace) {
            trading.replace(replace);
        } else if (command instanceof VenueCommand.OrderStatusRequest request) {
            look(request.order());
        } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            new MassStatusRun(outlet, trading.account(request), request).start();
        } else if (command instanceof VenueCommand.Resubscribe again) {
            stream.missed(again.why());
        } else if (command instanceof VenueCommand.SetDeadMan set) {
            trading.deadMan(set.window());
        } else {
            throw new AssertionError(command);
        }
        step(out);
    }

    @Override
    public boolean ahead(VenueCommand command, Out out) {
        if (!trading.placesAhead() || !(command instanceof VenueCommand.NewOrder order)) {
            return false;
        }
        outlet.use(out);
        trading.place(order);
        return true;
    }

    @Override
    public void overheard(VenueEvent event, Out out) {
        outlet.use(out);
        trading.overheard(event);
    }

    @Override
    public void answered(long call, HttpOutcome outcome, Out out) {
        outlet.use(out);
        gate.answered(call, outcome);
        isNewsOfLink = true;
        step(out);
    }

    @Override
    public void opened(int link, Out out) {
        outlet.use(out);
        stream.opened(link);
        step(out);
    }

    @Override
    public void received(int link, String text, Out out) {
        outlet.use(out);
        stream.received(link, text);
        step(out);
    }

    @Override
    public void pinged(int link, Out out) {
        outlet.use(out);
        stream.pinged(link);
        step(out);
    }

    @Override
    public void unread(int link, BadFrame kind, Out out) {
        outlet.bad().count(Optional.of(Feed.PRIVATE), kind, "a frame that was not read");
    }

    @Override
    public void closed(int link, String reason, Out out) {
        outlet.use(out);
        stream.closed(link, reason);
        step(out);
    }

    @Override
    public void woken(Out out) {
        step(out);
    }

    /** What is due by now, and when to look again. */
    private void step(Out out) {
        outlet.use(out);
        if (time.hasSlept()) {
            stream.distrust("nothing ran for a while, or the wall clock was set");
        }
        time.woken(gate, trading.parts().source(), this::begin);
        due.forEach(Due::woken);
        gate.streaming(stream.isIdle() || stream.liveLink() != 0);
        measure();
        outlet.bad().tell(out);
        nextNanos().ifPresent(next -> {
            time.nextLook(next);
            out.wakeAt(next);
        });
    }

    private OptionalLong nextNanos() {
        var next = new Earliest().and(time.nextNanos()).and(nextMeasureNanos()).and(nextTelling());
        for (var part : due) {
            next.and(part.nextNanos());
        }
        return next.nanos();
    }

    private void measure() {
        if (gate.hasTurned()
                || time.isMeasured() != isTimeTold
                || isNewsOfLink && outlet.nanos() - measuredNanos >= MEASURE_NANOS) {
            isNewsOfLink = false;
            measuredNanos = outlet.nanos();
            isTimeTold = time.isMeasured();
            outlet.emit(new VenueEvent.LinkMeasured(outlet.venue(), gate.health(), outlet.stamp()));
        }
    }

    private OptionalLong nextMeasureNanos() {
        return isNewsOfLink ? OptionalLong.of(measuredNanos + MEASURE_NANOS) : OptionalLong.empty();
    }

    private OptionalLong nextTelling() {
        long due = outlet.bad().dueNanos();
        return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(due);
    }

    /** Only the first time the venue's clock is known. */
    private void begin() {
        if (stream.isIdle()) {
            stream.open();
            trading.begin();
        }
    }
}
