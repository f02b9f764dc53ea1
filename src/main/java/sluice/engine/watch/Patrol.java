package sluice.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.engine.work.Doubts;
import sluice.engine.work.Reconciling;
import sluice.engine.work.Refs;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Execution;
import sluice.order.Order;
import sluice.venue.Feed;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * Looks after orders that rest, at a pace that venues bear, in case the private stream does not tell of them.
 *
 * <ol>
 *   <li>Every venue is compared with the journal now and then, more often where orders of ours rest.
 *   <li>While a private stream says nothing, a few of the orders that rest there are asked after, one by one.
 *   <li>An order heard of just now, or asked about already, is left alone.
 *   <li>A fill that only asking brought shows that the stream is not to be relied on: an operator is told, once until
 *       it speaks again, and the stream is subscribed to anew.
 * </ol>
 *
 * <p>Confined to the desk thread.
 */
public final class Patrol {

    private static final Duration RECENT = Duration.ofSeconds(5);
    private static final Duration APART = Duration.ofMillis(100);
    private static final int MOST = 10;

    /** Where nothing rests there is less to miss. */
    private static final int SELDOMER = 5;

    private final Turn turn;
    private final Doubts doubts;
    private final Reconciling reconciling;
    private final Diligence diligence;
    private final Map<VenueId, Long> heardNanos = new HashMap<>();
    private final Map<VenueId, Long> comparedNanos = new HashMap<>();
    private final Map<VenueId, Set<ChildId>> asked = new HashMap<>();
    private final Set<VenueId> mute = new LinkedHashSet<>();

    public Patrol(Turn turn, Doubts doubts, Reconciling reconciling, Diligence diligence) {
        this.turn = turn;
        this.doubts = doubts;
        this.reconciling = reconciling;
        this.diligence = diligence;
    }

    public void begin() {
        turn.venues().keySet().forEach(venue -> {
            heard(venue);
            comparedNanos.put(venue, turn.now().nanos());
            turn.after(diligence.quietEvery(), new Due.PatrolDue(venue));
        });
    }

    /** Takes note of what only the private stream tells. */
    public void heard(VenueEvent event) {
        var isStream = event instanceof VenueEvent.BalancesChanged
                || event instanceof VenueEvent.PositionsChanged
                || event instanceof VenueEvent.FeedChanged changed
                        && changed.feed().equals(Feed.PRIVATE)
                || event instanceof VenueEvent.OrderReport report && isStream(report.news());
        if (isStream) {
            heard(event.venue());
        }
        if (event instanceof VenueEvent.MassStatus status) {
            comparedNanos.put(event.venue(), turn.now().nanos());
            compared(status);
        }
    }

    /** Of a venue that is recovered and heard, a report holds nothing old that is news. */
    private void compared(VenueEvent.MassStatus status) {
        var venue = turn.venue(status.venue());
        if (!venue.isPrivateLive() || !venue.isRecovered()) {
            return;
        }
        for (var fill : status.report().fills()) {
            turn.orders()
                    .find(status.venue(), fill.clOrdId(), Optional.of(fill.orderId()))
                    .filter(order -> isMissed(order, fill.execution()))
                    .ifPresent(order -> missed(status.venue(), order));
        }
    }

    private static boolean isStream(OrderNews news) {
        return news instanceof OrderNews.Traded
                || news instanceof OrderNews.Shown
                || news instanceof OrderNews.Ended
                || news instanceof OrderNews.Replaced;
    }

    private void heard(VenueId venue) {
        heardNanos.put(venue, turn.now().nanos());
        mute.remove(venue);
    }

    public void due(Due.PatrolDue due) {
        var venue = due.venue();
        turn.after(diligence.quietEvery(), due);
        if (!turn.venue(venue).isPrivateLive() || !turn.venue(venue).isRecovered()) {
            return;
        }
        var rests = turn.orders().openAt(venue).findAny().isPresent();
        var every = rests ? diligence.compareEvery() : diligence.compareEvery().multipliedBy(SELDOMER);
        if (isOver(comparedNanos.getOrDefault(venue, 0L), every)) {
            comparedNanos.put(venue, turn.now().nanos());
            reconciling.due(new Due.CompareDue(venue));
        } else if (rests && isOver(heardNanos.getOrDefault(venue, 0L), diligence.quietAfter())) {
            look(venue);
        }
    }

    private boolean isOver(long since, Duration time) {
        return turn.now().nanos() - since >= time.toNanos();
    }

    /** Those that were not asked after for longest come first. */
    private void look(VenueId venue) {
        var before = asked.computeIfAbsent(venue, key -> new LinkedHashSet<>());
        var resting = turn.orders()
                .openAt(venue)
                .filter(this::isQuiet)
                .map(order -> order.ids().childId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        before.retainAll(resting);
        var fresh = resting.stream().filter(id -> !before.contains(id));
        var next =
                Stream.concat(fresh, List.copyOf(before).stream()).limit(MOST).toList();
        for (int i = 0; i < next.size(); i++) {
            before.remove(next.get(i));
            before.add(next.get(i));
            turn.after(APART.multipliedBy(i), new Due.LookDue(next.get(i)));
        }
    }

    private boolean isQuiet(Order order) {
        var id = order.ids().childId();
        return !doubts.isOpen(id)
                && turn.now().apart(turn.orders().trace(id).last()).compareTo(RECENT) >= 0;
    }

    public void due(Due.LookDue due) {
        var order = turn.order(due.childId());
        if (order.isOpen() && isQuiet(order)) {
            turn.send(order.ids().venue(), new VenueCommand.OrderStatusRequest(Refs.of(order)));
        }
    }

    /** An answer about an order is about to be taken in: a fill in it that is old should have been told before. */
    public void answered(Order order, VenueEvent.StatusReport report) {
        var venue = report.venue();
        if (!(report.lookup() instanceof Lookup.Found found)
                || !turn.venue(venue).isPrivateLive()) {
            return;
        }
        if (found.fills().stream().anyMatch(fill -> isMissed(order, fill.execution()))) {
            missed(venue, order);
        }
    }

    private boolean isMissed(Order order, Execution execution) {
        return !order.fills().has(execution.execId()) && isOld(execution.at(), turn.now());
    }

    private void missed(VenueId venue, Order order) {
        if (!mute.add(venue)) {
            return;
        }
        var id = order.ids().childId();
        var text = venue + ": " + id + " filled and the private stream did not say so; the fill is booked, and the"
                + " stream is subscribed to anew";
        turn.alert("STREAM_MISSED", text, order.ids().parentId());
        turn.send(venue, new VenueCommand.Resubscribe(id + " filled, and it was not told"));
    }

    private static boolean isOld(Instant at, Stamp now) {
        return Duration.between(at, now.at()).compareTo(RECENT) > 0;
    }
}
