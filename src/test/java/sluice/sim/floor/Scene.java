package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Tif;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.Holding;
import sluice.sim.Ledger;
import sluice.sim.LevelChange;
import sluice.sim.OrderChange;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Size;
import sluice.sim.OrderRequest.Type;
import sluice.sim.Outcome;
import sluice.sim.Print;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

/** A world with one venue and two accounts, and everything it told since it was opened. */
public final class Scene implements ExchangeListener {

    public static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
    public static final String DESK = "desk";
    public static final String OTHER = "other";
    public static final String BTC = "BTCUSDT";

    private final List<String> news = new ArrayList<>();
    private final List<Print> prints = new ArrayList<>();
    private final World world;
    private final Exchange exchange;
    private boolean writesBooks;
    private int ids;

    public Scene(long seed, Ledger ledger, Instant now) {
        world = World.open(WorldSpec.usual(seed).only("binance"), ledger, now);
        exchange = world.exchange("binance");
        exchange.enroll(DESK);
        exchange.enroll(OTHER);
        exchange.listen(this);
    }

    static Scene of(long seed) {
        return new Scene(seed, new MemoryLedger(), START);
    }

    static Scene frozen() {
        var scene = of(1);
        scene.world.freeze(true);
        return scene;
    }

    /** From now on every change of a book is news too, which costs more than all else. */
    Scene writingBooks() {
        writesBooks = true;
        return this;
    }

    public World world() {
        return world;
    }

    public Exchange exchange() {
        return exchange;
    }

    public void pass(Duration time) {
        world.advance(world.now().plus(time));
    }

    public void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    public Outcome place(String account, OrderRequest request) {
        return exchange.place(account, request);
    }

    public OrderRequest limit(Side side, String qty, String px) {
        return OrderRequest.limit(BTC, side, Qty.of(qty), Px.of(px), "c" + ++ids);
    }

    OrderRequest market(Side side, String qty) {
        return OrderRequest.market(BTC, side, Size.of(Qty.of(qty)), "c" + ++ids);
    }

    static OrderRequest ioc(OrderRequest request) {
        return request.with(Type.LIMIT, Tif.Kind.IOC);
    }

    static OrderRequest fok(OrderRequest request) {
        return request.with(Type.LIMIT, Tif.Kind.FOK);
    }

    static OrderRequest maker(OrderRequest request) {
        return request.with(Type.LIMIT_MAKER, Tif.Kind.GTC);
    }

    public SimOrder taken(String account, OrderRequest request) {
        var outcome = place(account, request);
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).order();
    }

    Outcome.Denied denied(String account, OrderRequest request) {
        var outcome = place(account, request);
        assertThat(outcome).isInstanceOf(Outcome.Denied.class);
        return (Outcome.Denied) outcome;
    }

    public SimOrder now(SimOrder order) {
        return exchange.find(order.account(), order.symbol(), SimRef.of(order.orderId()))
                .orElseThrow();
    }

    Optional<SimOrder> find(String account, String clientId) {
        return exchange.find(account, BTC, SimRef.of(clientId));
    }

    public Holding holding(String account, String asset) {
        return exchange.holdings(account).get(asset);
    }

    Px best(Side side) {
        var picture = exchange.picture(BTC, 1);
        return (side == Side.BUY ? picture.bids() : picture.asks()).get(0).px();
    }

    List<String> news() {
        return news;
    }

    public List<Print> prints() {
        return prints;
    }

    @Override
    public void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        if (writesBooks) {
            news.add("book " + symbol + " " + firstUpdateId + ".." + lastUpdateId + " " + changes);
        }
    }

    @Override
    public void printed(Print print) {
        prints.add(print);
        if (writesBooks) {
            news.add(print.toString());
        }
    }

    @Override
    public void orderChanged(OrderChange change) {
        news.add(change.kind() + " " + change.order().clientId() + " "
                + change.order().state());
    }

    @Override
    public void holdingsChanged(String account, Map<String, Holding> changed) {
        news.add("holdings " + account + " " + changed.keySet());
    }

    /** The news of orders and holdings only. */
    List<String> privateNews() {
        return news.stream()
                .filter(item -> !item.startsWith("book") && !item.startsWith("Print"))
                .toList();
    }
}
