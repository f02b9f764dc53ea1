package sluice.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.market.Clock;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * One command that a session has carried out but for its effects, which wait for the desk to give it.
 *
 * <p>Run by the session's driver, one step at a time, but for {@link #held}, which the thread asks that rehearsed it.
 */
final class Ahead implements Session.Out {

    private final VenueCommand command;
    private final Session session;
    private final Session.Out out;
    private final BiConsumer<Long, HttpOutcome> answered;
    private final Clock clock;
    private final Departure departure = new Departure();
    private final List<Runnable> effects = new ArrayList<>();
    private boolean given;
    private boolean known;
    private @Nullable HeldCall first;
    private boolean left;

    /** @param answered told with the number of the call */
    Ahead(VenueCommand command, Session session, Session.Out out, BiConsumer<Long, HttpOutcome> answered, Clock clock) {
        this.command = command;
        this.session = session;
        this.out = out;
        this.answered = answered;
        this.clock = clock;
    }

    void rehearse() {
        if (!given) {
            known = session.ahead(command, this);
        }
    }

    /** The call that the command makes, if it was rehearsed by now; whoever takes it carries it out. */
    synchronized @Nullable HeldCall held() {
        left = true;
        return first;
    }

    void give() {
        given = true;
        if (!known) {
            session.command(command, out);
            return;
        }
        departure.release();
        effects.forEach(Runnable::run);
        session.woken(out);
    }

    void forget() {
        given = true;
        departure.callOff();
    }

    @Override
    public synchronized void call(long call, HttpCall request) {
        if (first == null && !left) {
            Consumer<HttpOutcome> outcome = told -> answered.accept(call, told);
            first = new HeldCall(request, departure, outcome);
        } else {
            effects.add(() -> out.call(call, request));
        }
    }

    @Override
    public void open(int link, String url) {
        effects.add(() -> out.open(link, url));
    }

    @Override
    public void send(int link, String text) {
        effects.add(() -> out.send(link, text));
    }

    @Override
    public void close(int link) {
        effects.add(() -> out.close(link));
    }

    @Override
    public void wakeAt(long nanos) {
        out.wakeAt(nanos);
    }

    /** What is said of an order happens when it leaves, not when that is made ready. */
    @Override
    public void emit(VenueEvent event) {
        effects.add(() -> out.emit(now(event)));
    }

    private VenueEvent now(VenueEvent event) {
        return event instanceof VenueEvent.OrderReport report
                ? new VenueEvent.OrderReport(
                        report.venue(),
                        report.clOrdId(),
                        report.orderId(),
                        report.symbol(),
                        report.news(),
                        clock.stamp())
                : event;
    }
}
