package sluice.venue.binance.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import sluice.net.limit.Cost;
import sluice.net.orders.PrivateDialect;
import sluice.net.orders.PrivateFrame;
import sluice.order.OrderId;
import sluice.venue.binance.trade.reply.ErrorTable;
import sluice.venue.binance.trade.reply.ExecutionReport;
import sluice.venue.binance.trade.reply.UserEvent;
import sluice.venue.binance.trade.reply.UserFrames;
import sluice.venue.binance.trade.wire.StreamRequests;

/** Private events through the WebSocket API, where one signed request subscribes. */
record BinancePrivateDialect(String url, StreamRequests requests, UserFrames frames)
        implements PrivateDialect<UserEvent> {

    private static final String SUBSCRIBE = "subscribe";

    /** WebSocket API: 2 for the connection, and 2 to subscribe. */
    private static final Cost OPENING = Cost.weight(4);

    /** User data stream: events we have no use for. */
    private static final Set<String> KNOWN = Set.of("balanceUpdate", "listStatus", "externalLockUpdate");

    /** A single connection is only valid for 24 hours. */
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(25), false, Duration.ofSeconds(45), Duration.ofMinutes(23 * 60 + 50));

    @Override
    public String greeting(Instant venueNow) {
        return requests.subscribe(SUBSCRIBE, venueNow.toEpochMilli());
    }

    @Override
    public PrivateFrame<UserEvent> read(String frame) {
        var event = frames.read(frame);
        if (event instanceof UserEvent.Answered answered) {
            return answered.id().equals(SUBSCRIBE) ? subscribed(answered) : new PrivateFrame.Alive<>();
        }
        if (event instanceof UserEvent.Ending ending) {
            return new PrivateFrame.Ending<>(ending.name());
        }
        if (event instanceof UserEvent.Other other) {
            return KNOWN.contains(other.name()) ? new PrivateFrame.Alive<>() : new PrivateFrame.Unknown<>();
        }
        var orders = event instanceof UserEvent.Reported reported
                ? List.of(reported.report().order().orderId())
                : List.<OrderId>of();
        return new PrivateFrame.News<>(event, orders, isStrange(event));
    }

    private static boolean isStrange(UserEvent event) {
        return event instanceof UserEvent.Reported reported && reported.report().kind() == ExecutionReport.Kind.OTHER;
    }

    private static PrivateFrame<UserEvent> subscribed(UserEvent.Answered answered) {
        if (answered.status() == 200) {
            return new PrivateFrame.Ready<>();
        }
        return new PrivateFrame.Refused<>(
                answered.error().map(error -> error.text()).orElse("status " + answered.status()),
                answered.error().filter(ErrorTable::blamesTheClock).isPresent());
    }

    @Override
    public String ping(long id) {
        return requests.ping("ping-" + id);
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public Cost opening() {
        return OPENING;
    }
}
