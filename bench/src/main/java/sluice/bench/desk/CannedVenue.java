package sluice.bench.desk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sluice.net.HeldCall;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;

/**
 * A venue that is only there to be sent orders: everything but those is answered on the spot, orders go out by the
 * transport beneath. Safe for any thread.
 */
public final class CannedVenue implements Transport {

    private static final String INFO =
            "{'symbols':[{'symbol':'BTCUSDT','status':'TRADING','baseAsset':'BTC','quoteAsset':'USDT','filters':["
                    + "{'filterType':'PRICE_FILTER','tickSize':'0.01'},"
                    + "{'filterType':'LOT_SIZE','minQty':'0.00001','maxQty':'9000','stepSize':'0.00001'},"
                    + "{'filterType':'NOTIONAL','minNotional':'5','maxNotional':'9000000'}]}]}";
    private static final String ACCOUNT = "{'balances':[{'asset':'USDT','free':'1000000000','locked':'0'},"
            + "{'asset':'BTC','free':'100000','locked':'0'}]}";
    private static final String COMMISSION =
            "{'symbol':'BTCUSDT','standardCommission':{'maker':'0.001','taker':'0.001','buyer':'0','seller':'0'}}";

    private final Transport orders;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final List<LinkListener> streams = new CopyOnWriteArrayList<>();
    private final List<LinkListener> reports = new CopyOnWriteArrayList<>();
    private volatile long updates = 100;

    public CannedVenue(Transport orders) {
        this.orders = orders;
        pulse.scheduleAtFixedRate(this::beat, 100, 100, TimeUnit.MILLISECONDS);
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        if (call.method().equals("POST")) {
            orders.call(call, outcome);
            return;
        }
        pulse.execute(() -> outcome.accept(
                new HttpOutcome.Reply(200, Map.of(), answer(call.url()).replace('\'', '"'), Duration.ofMillis(1))));
    }

    /** Only orders are prepared. */
    @Override
    public void prepare(Supplier<Optional<HeldCall>> work) {
        orders.prepare(work);
    }

    private String answer(String url) {
        if (url.contains("/time")) {
            return "{'serverTime':" + System.currentTimeMillis() + "}";
        }
        if (url.contains("/exchangeInfo")) {
            return INFO;
        }
        if (url.contains("/account/commission")) {
            return COMMISSION;
        }
        if (url.contains("/account")) {
            return ACCOUNT;
        }
        return url.contains("/depth") ? depth() : "[]";
    }

    private String depth() {
        var bids = new StringBuilder();
        var asks = new StringBuilder();
        for (int i = 1; i <= 1_000; i++) {
            bids.append(i == 1 ? "" : ",").append(level(-i));
            asks.append(i == 1 ? "" : ",").append(level(i));
        }
        return "{'lastUpdateId':" + updates + ",'bids':[" + bids + "],'asks':[" + asks + "]}";
    }

    private static String level(int away) {
        return "['" + BigDecimal.valueOf(6_000_000L + 10L * away, 2) + "','1.5']";
    }

    @Override
    public Link open(String url, LinkListener listener) {
        var isReports = url.contains("ws-api");
        (isReports ? reports : streams).add(listener);
        pulse.execute(listener::opened);
        return new Link() {
            @Override
            public boolean send(String text) {
                if (isReports) {
                    pulse.execute(() -> listener.received("{\"id\":\"subscribe\",\"status\":200,\"result\":{}}"));
                }
                return true;
            }

            @Override
            public void close() {
                pulse.execute(() -> listener.closed("closed"));
            }
        };
    }

    /** Keeps the book alive. */
    private void beat() {
        updates++;
        var frame = ("{'stream':'btcusdt@depth@100ms','data':{'e':'depthUpdate','E':" + System.currentTimeMillis()
                        + ",'s':'BTCUSDT','U':" + updates + ",'u':" + updates
                        + ",'b':[['59999.90','1." + (updates & 7) + "']],'a':[]}}")
                .replace('\'', '"');
        streams.forEach(stream -> stream.received(frame));
    }

    /** Ends a resting order from the venue's side. */
    public void end(String id) {
        var frame = CannedOrder.ended(id);
        reports.forEach(stream -> stream.received(frame));
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        orders.close();
    }
}
