package sluice.venue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.position.Balance;

/** What a venue tells the desk, stamped when its bytes were read. Immutable, but for the live book it hands over. */
public sealed interface VenueEvent {

    VenueId venue();

    Stamp at();

    /**
     * News of one order, whichever way it came: a reply, the private stream, a failed call.
     *
     * @param clOrdId our id as the venue echoed it; empty for an order that carries none
     */
    record OrderReport(
            VenueId venue,
            Optional<ClOrdId> clOrdId,
            Optional<OrderId> orderId,
            Symbol symbol,
            OrderNews news,
            Stamp at)
            implements VenueEvent {}

    /**
     * The answer to an {@link VenueCommand.OrderStatusRequest}.
     *
     * @param askedAt when it was asked for; what was learned since then may be newer
     */
    record StatusReport(VenueId venue, VenueCommand.Ref asked, Lookup lookup, Stamp askedAt, Stamp at)
            implements VenueEvent {

        /** One that was given at once. */
        public StatusReport(VenueId venue, VenueCommand.Ref asked, Lookup lookup, Stamp at) {
            this(venue, asked, lookup, at, at);
        }
    }

    /** The answer to an {@link VenueCommand.OrderMassStatusRequest}. */
    record MassStatus(VenueId venue, long requestId, VenueReport report, Stamp at) implements VenueEvent {}

    /** A mass status that could not be taken; it proves nothing. */
    record MassStatusFailed(VenueId venue, long requestId, String cause, Stamp at) implements VenueEvent {}

    /** What the venue lists, with our fee rates there. Comes before the first book, and again after a change. */
    record Listed(VenueId venue, List<Instrument> instruments, List<FeeSchedule> fees, Stamp at) implements VenueEvent {

        public Listed {
            instruments = List.copyOf(instruments);
            fees = List.copyOf(fees);
        }
    }

    /** A book the venue's thread keeps from now on. */
    record BookOpened(VenueId venue, LiveBook book, Stamp at) implements VenueEvent {}

    /**
     * A feed changed its state; the private stream is one of them.
     *
     * @param text what there is to say beyond the reason; may be empty
     */
    record FeedChanged(VenueId venue, Feed feed, FeedState state, FeedReason reason, String text, Stamp at)
            implements VenueEvent {

        /** Whether nothing that happens on the account is heard any more. */
        public boolean isPrivateLoss() {
            return feed.equals(Feed.PRIVATE) && state != FeedState.LIVE;
        }
    }

    /** Assets whose balance changed, or all of them. */
    record BalancesChanged(VenueId venue, List<Balance> balances, Stamp at) implements VenueEvent {

        public BalancesChanged {
            balances = List.copyOf(balances);
        }
    }

    /** Perpetual positions that changed, flat ones included. */
    record PositionsChanged(VenueId venue, List<VenuePosition> positions, Stamp at) implements VenueEvent {

        public PositionsChanged {
            positions = List.copyOf(positions);
        }
    }

    /**
     * What a perpetual is marked at, and what holding it costs next.
     *
     * @param fundingRate as a fraction of notional that longs pay shorts; negative when shorts pay
     * @param nextFunding when it is paid
     */
    record Marked(VenueId venue, Symbol symbol, Px markPx, BigDecimal fundingRate, Instant nextFunding, Stamp at)
            implements VenueEvent {}

    /** Funding was settled with a position of ours; it may be told again, by its id. */
    record Funded(VenueId venue, VenueFunding funding, Stamp at) implements VenueEvent {}

    /** A public print. */
    record Printed(Trade trade, Stamp at) implements VenueEvent {

        @Override
        public VenueId venue() {
            return trade.venue();
        }
    }

    /**
     * So many frames or replies of one kind were bad so far. Told of the first one, then at most once a second.
     *
     * @param feed what they were about, {@link Feed#PRIVATE} for replies to order entry too; empty for market data
     *     where nobody can tell
     * @param text what was wrong with the last one, never what was in it
     */
    record BadFramesCounted(VenueId venue, Optional<Feed> feed, BadFrame kind, long count, String text, Stamp at)
            implements VenueEvent {}

    /**
     * The venue's dead-man switch as it stands now.
     *
     * @param text how it stands, or why it could not be armed
     */
    record DeadManTurned(VenueId venue, boolean armed, String text, Stamp at) implements VenueEvent {}

    /** When the venue will next be closed, or is, as it announces it; nothing where it announces nothing. */
    record MaintenanceAnnounced(VenueId venue, Optional<Maintenance> next, Stamp at) implements VenueEvent {}

    /** A time during which a venue says it will be closed. */
    record Maintenance(Instant begins, Instant ends) {}

    /**
     * It will not hear of us for so long, whichever request it said so to.
     *
     * @param isPause whether it only asked for a pause, since there were too many requests
     */
    record Banned(VenueId venue, Duration lasting, boolean isPause, Stamp at) implements VenueEvent {}

    /** How the link does: latency, budget, breaker, clock. At most one a second. */
    record LinkMeasured(VenueId venue, LinkHealth health, Stamp at) implements VenueEvent {

        /**
         * The venue's clock less ours by now: ours may have been set since, and the monotonic one shows by how much.
         */
        public Optional<Duration> clockOffset(Stamp now) {
            var passed = Duration.ofNanos(now.nanos() - at.nanos());
            var set = Duration.between(at.at(), now.at()).minus(passed);
            return health.equals(LinkHealth.IN_PROCESS)
                    ? health.clockOffset()
                    : health.clockOffset().map(offset -> offset.minus(set));
        }
    }
}
