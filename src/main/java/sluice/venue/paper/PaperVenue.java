package sluice.venue.paper;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import sluice.market.Clock;
import sluice.market.DeskException;
import sluice.market.Instrument;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.order.Request;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * A venue whose market is real and whose orders are not. Safe for any thread: one at a time is in the exchange, and
 * what it did is in the ledger before anybody is told.
 *
 * <p>Of the real venue only what it says is used: no command is handed on, so nothing private can leave.
 */
public final class PaperVenue implements Venue {

    /** How often the books are looked at while an order rests. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Venue real;
    private final PaperConfig config;
    private final PaperLedger ledger;
    private final Clock clock;
    private final SessionDriver.Timer timer;
    private final RandomGenerator random;
    private final PaperExchange exchange;
    private final Deque<VenueCommand> underway = new ArrayDeque<>();
    private Consumer<VenueEvent> inbox = event -> {};
    private long lastArrival;
    private boolean looking;
    private boolean ended;

    /** @param real without keys */
    public PaperVenue(Venue real, PaperConfig config, PaperLedger ledger, Ends ends, RandomGenerator random) {
        this.real = real;
        this.config = config;
        this.ledger = ledger;
        this.clock = ends.clock();
        this.timer = ends.timer();
        this.random = random;
        this.exchange = new PaperExchange(real.manifest().venue(), config, ledger.lines());
        this.lastArrival = clock.nanos();
    }

    @Override
    public Manifest manifest() {
        return PaperManifest.of(real.manifest());
    }

    @Override
    public void keepAway(Duration lasting) {
        real.keepAway(lasting);
    }

    @Override
    public synchronized void open(Consumer<VenueEvent> inbox) {
        this.inbox = inbox;
        step(() -> {});
        inbox.accept(new VenueEvent.LinkMeasured(venue(), LinkHealth.IN_PROCESS, clock.stamp()));
        privateFeed(FeedState.CONNECTING, FeedReason.STARTED, "orders are filled on paper");
        privateFeed(FeedState.LIVE, FeedReason.READY, "");
        real.open(this::heard);
        lookLater();
    }

    private void privateFeed(FeedState state, FeedReason reason, String text) {
        inbox.accept(new VenueEvent.FeedChanged(venue(), Feed.PRIVATE, state, reason, text, clock.stamp()));
    }

    private VenueId venue() {
        return exchange.out().venue();
    }

    private synchronized void heard(VenueEvent event) {
        inbox.accept(event);
        if (event instanceof VenueEvent.Printed printed) {
            step(() -> exchange.market().printed(printed.trade(), clock.stamp()));
        } else if (event instanceof VenueEvent.Marked mark) {
            step(() -> exchange.carry().marked(mark, clock.stamp()));
        } else if (event instanceof VenueEvent.BookOpened opened) {
            step(() -> exchange.market().opened(opened.book()));
        } else if (event instanceof VenueEvent.Listed listed) {
            exchange.listed(listed.instruments());
            var fees = listed.instruments().stream()
                    .map(Instrument::symbol)
                    .map(config.fees()::schedule)
                    .toList();
            inbox.accept(new VenueEvent.Listed(venue(), List.of(), fees, clock.stamp()));
        }
    }

    @Override
    public synchronized void send(VenueCommand command) {
        if (ended) {
            return;
        }
        sent(command).ifPresent(inbox);
        underway.add(command);
        var jitter =
                config.jitter().isZero() ? 0 : random.nextLong(config.jitter().toNanos());
        lastArrival = Math.max(lastArrival, clock.nanos() + config.latency().toNanos() + jitter);
        timer.after(lastArrival - clock.nanos(), this::arrive);
    }

    private Optional<VenueEvent> sent(VenueCommand command) {
        if (command instanceof VenueCommand.NewOrder order) {
            var ref = new VenueCommand.Ref(
                    order.clOrdId(), Optional.empty(), order.terms().symbol());
            return Optional.of(sent(ref, new Request.New()));
        }
        if (command instanceof VenueCommand.CancelOrder cancel) {
            return Optional.of(sent(cancel.order(), new Request.Cancel()));
        }
        if (command instanceof VenueCommand.ReplaceOrder replace) {
            return Optional.of(sent(replace.order(), new Request.Replace(replace.next(), replace.terms())));
        }
        return Optional.empty();
    }

    private VenueEvent sent(VenueCommand.Ref order, Request request) {
        return new VenueEvent.OrderReport(
                venue(),
                Optional.of(order.clOrdId()),
                order.orderId(),
                order.symbol(),
                new OrderNews.Sent(request),
                clock.stamp());
    }

    /** Commands arrive in the order they were given. */
    private synchronized void arrive() {
        Optional.ofNullable(underway.poll())
                .ifPresent(command -> step(() -> {
                    exchange.look(clock.stamp());
                    exchange.take(command, clock.stamp());
                }));
    }

    private synchronized void look() {
        looking = false;
        step(() -> exchange.look(clock.stamp()));
    }

    /** Lets the exchange do something, makes that durable, and tells it. */
    private void step(Runnable work) {
        if (ended) {
            return;
        }
        work.run();
        var out = exchange.out();
        exchange.tellMoney(clock.stamp());
        if (out.hasFacts()) {
            try {
                ledger.append(out.facts());
            } catch (DeskException e) {
                ended = true;
                privateFeed(FeedState.CLOSED, FeedReason.BUG, "the paper ledger takes nothing: " + e.getMessage());
                return;
            }
        }
        out.events().forEach(inbox);
        lookLater();
    }

    private void lookLater() {
        if (!looking && !ended && exchange.hasOpenOrders()) {
            looking = true;
            timer.after(LOOK.toNanos(), this::look);
        }
    }

    @Override
    public void close() {
        real.close();
        synchronized (this) {
            ended = true;
        }
    }
}
