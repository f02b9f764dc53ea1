package sluice.net.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import sluice.market.Qty;
import sluice.net.gate.Due;
import sluice.net.gate.Outlet;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.venue.OrderNews;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * Counts what was told of each order's executions, and fetches those that the venue says there are and nobody told.
 * Confined to its session.
 *
 * <ol>
 *   <li>The end of an order is told after all its executions, so that nobody plans anew what has filled.
 *   <li>Whatever message shows more quantity than was told starts a fetch, unless the rest comes by itself soon.
 *   <li>A fetch that fails or brings too little is repeated, ever more slowly; until then the order stays open.
 * </ol>
 */
public final class Fills implements Due {

    private static final long SLOWEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int REMEMBERED = 10_000;

    private final Outlet outlet;
    private final Fetch fetch;
    private final Patience patience;
    private final Map<OrderId, Tally> tallies = new Tallies();
    private final Map<OrderId, Gap> gaps = new LinkedHashMap<>();

    /** For a venue whose private stream brings executions of itself. */
    public Fills(Outlet outlet, Fetch fetch) {
        this(outlet, fetch, Patience.STREAMED);
    }

    public Fills(Outlet outlet, Fetch fetch, Patience patience) {
        this.outlet = outlet;
        this.fetch = fetch;
        this.patience = patience;
    }

    /**
     * How soon to fetch what is missing.
     *
     * @param grace for what may come by itself
     * @param again half of the time after which a first fetch is repeated
     */
    public record Patience(Duration grace, Duration again) {

        public static final Patience STREAMED = new Patience(Duration.ofMillis(250), Duration.ofMillis(250));

        /** For a venue whose private stream says how much filled, but brings no execution. */
        public static final Patience FETCHED = new Patience(Duration.ZERO, Duration.ofMillis(50));
    }

    /** Asks the venue for all executions of an order; one that fails brings nothing. */
    public interface Fetch {

        void of(VenueOrder order, Consumer<List<Execution>> then);
    }

    /** Tells of an execution of an order. */
    public void tell(VenueOrder order, Execution execution) {
        tallies.computeIfAbsent(order.orderId(), id -> new Tally()).add(execution);
        outlet.report(order, new OrderNews.Traded(execution));
        settle(order.orderId());
    }

    /** Tells of an execution that came without its order. */
    public void tell(VenueFill fill) {
        tallies.computeIfAbsent(fill.orderId(), id -> new Tally()).add(fill.execution());
        outlet.report(fill, new OrderNews.Traded(fill.execution()));
        settle(fill.orderId());
    }

    /** Tells of an order with executions of it. */
    public void tell(VenueOrder order, List<Execution> executions) {
        executions.forEach(execution -> tell(order, execution));
        stands(order);
    }

    /** Takes note of how an order stands, and tells its end now or when all its executions are told. */
    public void stands(VenueOrder order) {
        stands(order, end(order));
    }

    /** As {@link #stands(VenueOrder)}, but its end is somebody else's to tell. */
    public void standsOpen(VenueOrder order) {
        stands(order, Optional.empty());
    }

    /** Messages overtake each other: one that shows less than another did is the older, and ends nothing. */
    private void stands(VenueOrder shown, Optional<OrderNews> end) {
        var order = Optional.ofNullable(gaps.get(shown.orderId()))
                .map(gap -> gap.order)
                .filter(last -> last.cumQty().compareTo(shown.cumQty()) > 0)
                .orElse(shown);
        if (told(order.orderId()).compareTo(order.cumQty()) >= 0) {
            gaps.remove(order.orderId());
            end.ifPresent(news -> outlet.report(order, news));
            return;
        }
        var known = Optional.ofNullable(gaps.get(order.orderId()));
        var due = known.map(gap -> gap.dueNanos)
                .orElse(outlet.nanos() + patience.grace().toNanos());
        var wait = known.map(gap -> gap.waitNanos).orElse(patience.again().toNanos());
        gaps.put(order.orderId(), new Gap(order, end.or(() -> known.flatMap(gap -> gap.end)), due, wait));
    }

    private static Optional<OrderNews> end(VenueOrder order) {
        var closure = order.closure();
        return order.state() == OrderState.REJECTED
                ? closure.<OrderNews>map(OrderNews.Rejected::new)
                : closure.<OrderNews>map(OrderNews.Ended::new);
    }

    private Qty told(OrderId id) {
        return Optional.ofNullable(tallies.get(id)).map(tally -> tally.cumQty).orElse(Qty.ZERO);
    }

    private void settle(OrderId id) {
        Optional.ofNullable(gaps.get(id)).ifPresent(gap -> stands(gap.order, gap.end));
    }

    /** Starts the fetches that are due. */
    @Override
    public void woken() {
        for (var gap : new ArrayList<>(gaps.values())) {
            if (gap.dueNanos <= outlet.nanos()) {
                var wait = Math.min(gap.waitNanos * 2, SLOWEST_NANOS);
                gaps.put(gap.order.orderId(), new Gap(gap.order, gap.end, outlet.nanos() + wait, wait));
                fetch.of(gap.order, executions -> executions.forEach(execution -> tell(gap.order, execution)));
            }
        }
    }

    @Override
    public OptionalLong nextNanos() {
        return gaps.isEmpty()
                ? OptionalLong.empty()
                : gaps.values().stream().mapToLong(gap -> gap.dueNanos).min();
    }

    /** What is missing of an order, the end that waits for it, and when to ask. */
    private record Gap(VenueOrder order, Optional<OrderNews> end, long dueNanos, long waitNanos) {}

    private static final class Tally {

        private final Set<ExecId> told = new HashSet<>();
        private Qty cumQty = Qty.ZERO;

        void add(Execution execution) {
            if (told.add(execution.execId())) {
                cumQty = cumQty.plus(execution.lastQty());
            }
        }
    }

    /** Forgets the orders not heard of for longest. */
    private static final class Tallies extends LinkedHashMap<OrderId, Tally> {

        private static final long serialVersionUID = 1;

        Tallies() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderId, Tally> eldest) {
            return size() > REMEMBERED;
        }
    }
}
