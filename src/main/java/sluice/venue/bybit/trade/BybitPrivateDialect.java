package sluice.venue.bybit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sluice.net.orders.PrivateDialect;
import sluice.net.orders.PrivateFrame;
import sluice.order.OrderId;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.bybit.trade.reply.PrivateEvent;
import sluice.venue.bybit.trade.reply.PrivateFrames;
import sluice.venue.bybit.trade.wire.StreamRequests;

/** Private events of all categories on one socket: authentication first, then the topics. */
record BybitPrivateDialect(String url, StreamRequests requests, PrivateFrames frames)
        implements PrivateDialect<PrivateEvent> {

    private static final List<String> TOPICS = List.of("order", "execution", "wallet", "position");

    /** How long after it was signed an authentication may arrive. */
    private static final Duration VALIDITY = Duration.ofSeconds(10);

    /**
     * Connect: "we recommend that you send the ping heartbeat packet every 20 seconds"; it names no longest life, so a
     * link is only replaced daily.
     */
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(20), true, Duration.ofSeconds(45), Duration.ofHours(24));

    @Override
    public String greeting(Instant venueNow) {
        return requests.authenticate("auth", venueNow.plus(VALIDITY).toEpochMilli());
    }

    @Override
    public PrivateFrame<PrivateEvent> read(String frame) {
        var event = frames.read(frame);
        if (event instanceof PrivateEvent.Answered answered) {
            return answered(answered);
        }
        if (event instanceof PrivateEvent.Other) {
            return new PrivateFrame.Unknown<>();
        }
        var isStrange = event instanceof PrivateEvent.Stood stood && stood.isStrange();
        return event instanceof PrivateEvent.Pong
                ? new PrivateFrame.Alive<>()
                : new PrivateFrame.News<>(event, orders(event), isStrange);
    }

    /** An authentication that expired was signed by a clock that is off. */
    private PrivateFrame<PrivateEvent> answered(PrivateEvent.Answered answered) {
        if (DisconnectCancel.isAbout(answered)) {
            return new PrivateFrame.News<>(answered, List.of());
        }
        var isAuth = answered.op().equals("auth");
        if (!answered.success()) {
            return new PrivateFrame.Refused<>(answered.op() + ": " + answered.text(), isAuth);
        }
        return isAuth ? new PrivateFrame.Step<>(requests.subscribe("topics", TOPICS)) : new PrivateFrame.Ready<>();
    }

    private static List<OrderId> orders(PrivateEvent event) {
        if (event instanceof PrivateEvent.Stood stood) {
            return stood.orders().stream().map(VenueOrder::orderId).toList();
        }
        return event instanceof PrivateEvent.Executed executed
                ? executed.fills().stream().map(VenueFill::orderId).toList()
                : List.of();
    }

    @Override
    public String ping(long id) {
        return requests.ping("ping-" + id);
    }

    @Override
    public Pace pace() {
        return PACE;
    }
}
