package sluice.sim.coinbase.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.coinbase.call.Keys;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.front.Faults;
import sluice.sim.front.Occasion;
import sluice.sim.front.ReadLag;
import sluice.sim.front.tape.Tape;

/** What all requests and sockets of one venue share. Confined to the simulator's thread. */
public final class Floor {

    private static final String ALIAS = "-USDC";
    private static final String ALIASED = "-USD";
    private static final Occasion NEW_ORDER = Occasion.of(
            "place",
            "query",
            "POST /api/v3/brokerage/orders",
            "GET /api/v3/brokerage/orders/historical/batch",
            "GET /api/v3/brokerage/orders/historical/{id}",
            "GET /api/v3/brokerage/orders/historical/fills");

    private final Exchange exchange;
    private final Faults faults;
    private final Keys keys;
    private final Quirks quirks;
    private final ReadLag lag;
    private final Totals totals;
    private final Cancels cancels;
    private final Tape tape = new Tape();

    public Floor(Exchange exchange, Faults faults, Keys keys, Quirks quirks) {
        this.exchange = exchange;
        this.faults = faults;
        this.keys = keys;
        this.quirks = quirks;
        this.lag = new ReadLag(faults, NEW_ORDER);
        this.totals = new Totals(exchange);
        this.cancels = new Cancels(exchange);
        exchange.listen(tape);
    }

    public Exchange exchange() {
        return exchange;
    }

    public Faults faults() {
        return faults;
    }

    public Keys keys() {
        return keys;
    }

    public Quirks quirks() {
        return quirks;
    }

    public Totals totals() {
        return totals;
    }

    public Cancels cancels() {
        return cancels;
    }

    public Tape tape() {
        return tape;
    }

    public Instant now() {
        return exchange.now();
    }

    /** The time as the venue tells it, which a fault may have set wrong. */
    public Instant serverTime() {
        return serverTime(exchange.now());
    }

    public Instant serverTime(Instant at) {
        return at.plus(faults.skew(exchange.now()));
    }

    /** What the exchange calls a time of the venue's clock. */
    Instant exchangeTime(Instant server) {
        return server.minus(faults.skew(exchange.now()));
    }

    /**
     * The book behind a product id.
     *
     * <p>products: USD and USDC share books; market data asked for under the alias comes under the product it is one
     * of.
     */
    public Optional<Listing> book(String productId) {
        return exchange.listing(productId)
                .or(() -> productId.endsWith(ALIAS)
                        ? exchange.listing(productId.substring(0, productId.length() - ALIAS.length()) + ALIASED)
                        : Optional.empty());
    }

    /** The id under which a listing is traded against USDC too, unless that is a listing of its own. */
    Optional<String> alias(Listing listing) {
        return Optional.of(listing.base() + ALIAS)
                .filter(alias ->
                        listing.quote().equals("USD") && !listing.base().equals("USDC"))
                .filter(alias -> exchange.listing(alias).isEmpty());
    }

    Listing mustBook(String productId) {
        return book(productId).orElseThrow(() -> Refusal.notFound("product " + productId));
    }

    void placed(SimOrder order) {
        lag.placed(order.orderId(), now());
    }

    boolean sees(SimOrder order) {
        return !lag.hides(order.orderId(), now());
    }

    /** Fills come into their list a little after the user channel told of them. */
    boolean sees(SimFill fill) {
        return !lag.hides(fill.order().orderId(), now())
                && !now().isBefore(fill.at().plus(quirks.fillsAfter()));
    }

    /** The account's order of this id, whatever it trades. */
    Optional<SimOrder> byId(String account, String orderId) {
        return find(account, Ids.number(orderId));
    }

    private Optional<SimOrder> find(String account, OptionalLong number) {
        return number.isEmpty() ? Optional.empty() : search(account, SimRef.of(number.getAsLong()));
    }

    /** The account's order of this client id, open or ended. */
    Optional<SimOrder> byClientId(String account, String clientId) {
        return search(account, SimRef.of(clientId));
    }

    private Optional<SimOrder> search(String account, SimRef ref) {
        return symbols().stream()
                .flatMap(symbol -> exchange.find(account, symbol, ref).stream())
                .findFirst();
    }

    private List<String> symbols() {
        return exchange.listings().stream().map(Listing::symbol).toList();
    }
}
