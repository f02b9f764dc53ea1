package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import sluice.market.Symbol;
import sluice.net.orders.PrivateDialect;
import sluice.net.orders.PrivateFrame;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.net.text.UnableToReadException;
import sluice.venue.VenueOrder;
import sluice.venue.coinbase.market.wire.ConnectionSequence;
import sluice.venue.coinbase.market.wire.FrameWire;
import sluice.venue.coinbase.trade.reply.UserFrames;
import sluice.venue.coinbase.trade.wire.StreamRequests;

/**
 * The user channel of Coinbase, on a connection of its own with heartbeats beside it. Confined to its session.
 *
 * <ol>
 *   <li>Every message counts in one sequence; one that is missing may have been an order's.
 *   <li>WebSocket overview: one channel in a subscription, each with a token of its own; heartbeats keep the other from
 *       being closed while nothing happens.
 *   <li>The token of a subscription is looked at when subscribing only; the stream outlives it.
 * </ol>
 */
final class CoinbasePrivateDialect implements PrivateDialect<List<VenueOrder>> {

    /** A heartbeat comes each second, so that nobody has to ask; no longest life is documented. */
    private static final Pace PACE = new Pace(Duration.ofDays(1), false, Duration.ofSeconds(10), Duration.ofHours(23));

    private static final String CHANNEL = "user";

    private final String url;
    private List<Symbol> symbols;
    private final StreamRequests requests;
    private final UserFrames frames;
    private final FrameWire wire = new FrameWire(new Slots());
    private final ConnectionSequence sequence = new ConnectionSequence();
    private Instant greeted = Instant.EPOCH;
    private boolean ready;

    CoinbasePrivateDialect(String url, List<Symbol> symbols, StreamRequests requests, UserFrames frames) {
        this.url = url;
        this.symbols = symbols;
        this.requests = requests;
        this.frames = frames;
    }

    /** One product that the venue does not have, and it turns the whole subscription down. */
    void listed(Collection<Symbol> listed) {
        var known = symbols.stream().filter(listed::contains).toList();
        symbols = known.isEmpty() ? symbols : known;
    }

    /** Each link has a sequence of its own. */
    @Override
    public PrivateDialect<List<VenueOrder>> fresh() {
        return new CoinbasePrivateDialect(url, symbols, requests, frames);
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public String greeting(Instant venueNow) {
        greeted = venueNow;
        return requests.heartbeats(venueNow.toEpochMilli());
    }

    @Override
    public PrivateFrame<List<VenueOrder>> read(String frame) {
        var kind = kind(frame);
        if (kind == FrameWire.Kind.UNSEQUENCED) {
            return refusal(frame);
        }
        long expected = sequence.expected();
        return switch (sequence.judge(wire.sequence())) {
            case STALE -> new PrivateFrame.Alive<>();
            case GAP -> new PrivateFrame.Skipped<>("message " + expected + " was next, " + wire.sequence() + " came");
            case APPLY -> next(kind, frame);
        };
    }

    private FrameWire.Kind kind(String frame) {
        try {
            return wire.read(frame);
        } catch (MalformedFrameException e) {
            throw new UnableToReadException("no frame: " + e.getMessage());
        }
    }

    /** A refusal that comes late says that this link brings nothing any more. */
    private PrivateFrame<List<VenueOrder>> refusal(String frame) {
        var text = UserFrames.refusal(frame);
        return ready ? new PrivateFrame.Ending<>("an error: " + text) : new PrivateFrame.Refused<>(text, true);
    }

    private PrivateFrame<List<VenueOrder>> next(FrameWire.Kind kind, String frame) {
        if (kind == FrameWire.Kind.USER) {
            var told = frames.told(frame);
            var ids = told.orders().stream().map(VenueOrder::orderId).toList();
            return new PrivateFrame.News<>(told.orders(), ids, told.isStrange());
        }
        if (kind == FrameWire.Kind.OTHER) {
            return new PrivateFrame.Unknown<>();
        }
        return kind == FrameWire.Kind.SUBSCRIPTIONS ? subscribed(frame) : new PrivateFrame.Alive<>();
    }

    private PrivateFrame<List<VenueOrder>> subscribed(String frame) {
        if (UserFrames.channels(frame).contains(CHANNEL)) {
            ready = true;
            return new PrivateFrame.Ready<>();
        }
        return new PrivateFrame.Step<>(requests.user(symbols, greeted.toEpochMilli()));
    }

    /** Heartbeats go before. */
    @Override
    public String ping(long id) {
        throw new AssertionError("the venue is never asked, as it beats by itself");
    }

    @Override
    public Pace pace() {
        return PACE;
    }
}
