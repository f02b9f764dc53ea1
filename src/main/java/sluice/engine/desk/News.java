package sluice.engine.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.market.Books;
import sluice.engine.market.Exposures;
import sluice.engine.market.Tape;
import sluice.engine.state.VenueState;
import sluice.engine.turn.Due;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.watch.DeadMen;
import sluice.engine.watch.Patrol;
import sluice.engine.work.Amending;
import sluice.engine.work.Doubts;
import sluice.engine.work.OrderReports;
import sluice.engine.work.Reconciling;
import sluice.engine.work.Working;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.account.AccountEvent;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;

/** What a venue says, taken to whoever it concerns. */
final class News {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Turn turn;
    private final Map<VenueId, Long> strangeNanos = new HashMap<>();
    private final Books books;
    private final Tape tape;
    private final Exposures exposures;
    private final OrderReports reports;
    private final Doubts doubts;
    private final Amending amending;
    private final Working working;
    private final Reconciling reconciling;
    private final Patrol patrol;
    private final DeadMen deadMen;

    /** Those whom news of orders concerns. */
    record Hearers(
            OrderReports reports,
            Doubts doubts,
            Amending amending,
            Working working,
            Reconciling reconciling,
            Patrol patrol,
            DeadMen deadMen) {}

    News(Turn turn, Books books, Tape tape, Exposures exposures, Hearers hearers) {
        this.tape = tape;
        this.turn = turn;
        this.books = books;
        this.exposures = exposures;
        this.reports = hearers.reports;
        this.doubts = hearers.doubts;
        this.amending = hearers.amending;
        this.working = hearers.working;
        this.reconciling = hearers.reconciling;
        this.patrol = hearers.patrol;
        this.deadMen = hearers.deadMen;
    }

    /** Tells of a venue that will be lost when this is taken, so that nothing new goes there before. */
    void foretell(Input input) {
        if (input instanceof Input.News heard
                && heard.event() instanceof VenueEvent.FeedChanged changed
                && changed.isPrivateLoss()) {
            turn.venue(changed.venue()).lossAhead();
        }
    }

    void take(VenueEvent event) {
        var venue = turn.venue(event.venue());
        patrol.heard(event);
        if (event instanceof VenueEvent.OrderReport report) {
            reports.on(report)
                    .ifPresentOrElse(order -> working.progress(order.ids().parentId()), () -> strange(report));
        } else if (event instanceof VenueEvent.StatusReport status) {
            status(status);
        } else if (event instanceof VenueEvent.MassStatus status) {
            reconciling.arrived(status);
        } else if (event instanceof VenueEvent.MassStatusFailed failed) {
            reconciling.failed(failed);
        } else if (event instanceof VenueEvent.FeedChanged changed) {
            feedChanged(venue, changed);
        } else if (event instanceof VenueEvent.Printed printed) {
            exposures.printed(printed.trade(), printed.at());
            tape.printed(printed.trade());
        } else {
            keep(venue, event);
        }
        deadMen.heard(event);
    }

    /** An execution of no order of ours, which only a comparison can book: soon, with those that come with it. */
    private void strange(VenueEvent.OrderReport report) {
        var now = turn.now().nanos();
        var isFirst = now - strangeNanos.getOrDefault(report.venue(), now - SOON.toNanos()) >= SOON.toNanos();
        if (report.news() instanceof OrderNews.Traded && isFirst) {
            strangeNanos.put(report.venue(), now);
            turn.after(SOON, new Due.CompareDue(report.venue()));
        }
    }

    private void keep(VenueState venue, VenueEvent event) {
        if (event instanceof VenueEvent.Listed listed) {
            venue.listed(listed);
        } else if (event instanceof VenueEvent.BookOpened opened) {
            books.add(opened.book());
        } else if (event instanceof VenueEvent.BalancesChanged changed) {
            venue.balancesChanged(changed.balances());
        } else if (event instanceof VenueEvent.PositionsChanged changed) {
            venue.positionsChanged(changed.positions());
        } else if (event instanceof VenueEvent.Marked mark) {
            venue.marked(mark);
        } else if (event instanceof VenueEvent.LinkMeasured measured) {
            venue.linkMeasured(measured);
        } else if (event instanceof VenueEvent.BadFramesCounted counted) {
            venue.badFrames(counted);
        } else if (event instanceof VenueEvent.Funded funded) {
            reconciling.funded(funded);
        } else if (event instanceof VenueEvent.Banned banned) {
            banned(banned);
        } else if (!(event instanceof VenueEvent.DeadManTurned || event instanceof VenueEvent.MaintenanceAnnounced)) {
            throw new AssertionError(event);
        }
    }

    private void banned(VenueEvent.Banned event) {
        var until = event.at().at().plus(event.lasting());
        turn.record(new DeskEvent.OfAccount(new AccountEvent.Banned(event.venue(), until, event.at())));
        if (event.isPause()) {
            return;
        }
        var text = event.venue() + " will not hear of us for " + event.lasting().toSeconds()
                + " s; cancels wait for the end of that and go first";
        turn.alert("BANNED", text, DeskEvent.Alerted.NO_ORDER);
    }

    private void status(VenueEvent.StatusReport report) {
        var order = turn.orders()
                .find(
                        report.venue(),
                        Optional.of(report.asked().clOrdId()),
                        report.asked().orderId());
        order.ifPresent(found -> {
            patrol.answered(found, report);
            if (!amending.answered(found, report)) {
                doubts.answered(found, report);
            }
            progress(found.ids().childId());
        });
    }

    private void progress(ChildId id) {
        working.progress(turn.order(id).ids().parentId());
    }

    /** A private stream that comes up brings a recovery; one that goes down leaves the venue unrecovered. */
    private void feedChanged(VenueState venue, VenueEvent.FeedChanged changed) {
        venue.feedChanged(changed);
        if (!changed.feed().equals(Feed.PRIVATE)) {
            return;
        }
        doubts.interrupted(changed.venue());
        if (changed.state() == FeedState.LIVE) {
            reconciling.recover(changed.venue());
        } else {
            reconciling.lost(changed.venue());
        }
    }
}
