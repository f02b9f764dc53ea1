package sluice.engine.state;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.engine.view.FeedView;
import sluice.engine.view.HoldingsView;
import sluice.engine.view.LinkView;
import sluice.engine.view.VenueView;
import sluice.health.FeedRecord;
import sluice.market.Instrument;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.order.position.Balance;
import sluice.risk.exposure.Outlay;
import sluice.venue.FeeSchedule;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
import sluice.venue.Manifest;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;

/** What a venue last said about itself and about our account; never journaled, since it says it again. */
public final class VenueState {

    private static final Set<FeedState> BEGINNING = EnumSet.of(FeedState.CONNECTING, FeedState.SNAPSHOTTING);

    /** Margin is rounded up: too little reserved would be worse than too much. */
    private static final MathContext MARGIN = new MathContext(16, RoundingMode.CEILING);

    private final Manifest manifest;
    private final Map<Symbol, Instrument> instruments = new TreeMap<>();
    private final Map<Symbol, FeeSchedule> fees = new TreeMap<>();
    private final Map<String, Balance> balances = new TreeMap<>();
    private final Map<Symbol, VenuePosition> positions = new TreeMap<>();
    private final Map<Symbol, VenueEvent.Marked> marks = new TreeMap<>();
    private final Map<Feed, FeedRecord> records = new HashMap<>();
    private final Map<Feed, FeedView> feeds = new LinkedHashMap<>();
    private final Set<Feed> begun = new HashSet<>();
    private List<VenueOrder> external = List.of();
    private List<VenueOrder> beside = List.of();

    /** What a screen is shown of lists that are long and seldom change; copied again only after a change. */
    private Optional<List<Instrument>> listing = Optional.empty();

    private Optional<List<FeeSchedule>> rates = Optional.empty();
    private Optional<Map<Feed, FeedView>> streams = Optional.empty();
    private Optional<VenueEvent.LinkMeasured> link = Optional.empty();
    private final Map<List<Object>, VenueEvent.BadFramesCounted> bad = new LinkedHashMap<>();
    private int losses;
    private boolean recovered;
    private String gate = "";
    private String deadMan = "";

    public VenueState(Manifest manifest) {
        this.manifest = manifest;
    }

    public void listed(VenueEvent.Listed event) {
        event.instruments().forEach(instrument -> instruments.put(instrument.symbol(), instrument));
        event.fees().forEach(fee -> fees.put(fee.symbol(), fee));
        listing = event.instruments().isEmpty() ? listing : Optional.empty();
        rates = event.fees().isEmpty() ? rates : Optional.empty();
    }

    public void balancesChanged(List<Balance> changed) {
        changed.forEach(balance -> balances.put(balance.asset(), balance));
    }

    /** All that are held; what is not among them is flat. */
    public void positionsListed(List<VenuePosition> all) {
        positions.replaceAll((symbol, before) -> new VenuePosition(
                symbol, Qty.ZERO, Optional.empty(), before.markPx(), Optional.empty(), before.leverage()));
        positionsChanged(all);
    }

    public void positionsChanged(List<VenuePosition> changed) {
        changed.forEach(position -> positions.put(position.symbol(), position));
    }

    public void marked(VenueEvent.Marked mark) {
        marks.put(mark.symbol(), mark);
    }

    /** Its private stream is going to be told lost before this turn ends. */
    public void lossAhead() {
        losses++;
    }

    public void feedChanged(VenueEvent.FeedChanged event) {
        losses -= losses > 0 && event.isPrivateLoss() ? 1 : 0;
        var known = records.get(event.feed());
        var fresh = known == null ? FeedRecord.of(event) : known.after(event);
        records.put(event.feed(), fresh);
        feeds.put(event.feed(), FeedView.of(fresh));
        streams = Optional.empty();
        if (event.state() == FeedState.LIVE) {
            begun.add(event.feed());
        }
    }

    /** Why an order could not be priced here yet; a book that was there once is no such reason. */
    public String unpriced() {
        return feeds.entrySet().stream()
                .filter(feed -> feed.getKey().kind() == Feed.Kind.BOOK && !begun.contains(feed.getKey()))
                .filter(feed -> BEGINNING.contains(feed.getValue().state()))
                .map(feed -> "its " + feed.getKey() + " is not read yet")
                .findFirst()
                .or(this::feeless)
                .orElse("");
    }

    /** Why no order may go there before the venue has told its time. */
    public String untimed(Stamp now) {
        return clockOffset(now).isPresent()
                ? ""
                : "how far its clock is from ours is not measured well enough yet, and asked for again and again";
    }

    private Optional<String> feeless() {
        return begun.stream()
                .flatMap(feed -> feed.symbol().stream())
                .filter(symbol -> !fees.containsKey(symbol))
                .map(symbol -> "its fees for " + symbol + " are not known yet")
                .min(Comparator.naturalOrder());
    }

    public void linkMeasured(VenueEvent.LinkMeasured measured) {
        link = Optional.of(measured);
    }

    public void badFrames(VenueEvent.BadFramesCounted counted) {
        bad.put(List.of(counted.feed(), counted.kind()), counted);
    }

    public void foreign(List<VenueOrder> orders) {
        external = List.copyOf(orders);
    }

    /** What is open there and is no open order of ours: others', and those of ours that are closed here. */
    public void beside(List<VenueOrder> orders) {
        beside = List.copyOf(orders);
    }

    public List<VenueOrder> beside() {
        return beside;
    }

    /** Journal and venue agree, or no longer provably do. */
    public void recovered(boolean agrees) {
        recovered = agrees;
    }

    public boolean isRecovered() {
        return recovered;
    }

    /** Why nothing new may go there although journal and venue agree; empty when nothing speaks against it. */
    public void gated(String why) {
        gate = why;
    }

    /** How its dead-man switch stands, for people. */
    public void deadMan(String words) {
        deadMan = words;
    }

    public boolean isPrivateLive() {
        var feed = feeds.get(Feed.PRIVATE);
        return feed != null && feed.state() == FeedState.LIVE;
    }

    /** Why no new order may go there now; empty when one may. */
    public String unready() {
        if (instruments.isEmpty()) {
            return "its instruments are not loaded yet";
        }
        if (!isPrivateLive() || losses > 0) {
            return "its private stream is down";
        }
        return recovered ? gate : "it is not reconciled yet";
    }

    public Manifest manifest() {
        return manifest;
    }

    public Collection<Instrument> instruments() {
        return Collections.unmodifiableCollection(instruments.values());
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    public Optional<FeeSchedule> fees(Symbol symbol) {
        return Optional.ofNullable(fees.get(symbol));
    }

    public Collection<Balance> balances() {
        return Collections.unmodifiableCollection(balances.values());
    }

    /** Perpetual positions as the venue shows them, flat ones included. */
    public Collection<VenuePosition> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    public Optional<VenueEvent.Marked> mark(Symbol symbol) {
        return Optional.ofNullable(marks.get(symbol));
    }

    /** What an order takes from the balance here: in a perpetual the margin at the leverage the venue last told. */
    public Outlay outlay(Symbol symbol) {
        var fee = fees(symbol).map(FeeSchedule::taker).orElse(BigDecimal.ZERO);
        return Optional.ofNullable(positions.get(symbol))
                .flatMap(VenuePosition::leverage)
                .filter(leverage -> leverage.compareTo(BigDecimal.ONE) > 0)
                .map(leverage -> new Outlay(BigDecimal.ONE.divide(leverage, MARGIN), fee))
                .orElse(Outlay.full(fee));
    }

    public Optional<LinkHealth> link() {
        return link.map(VenueEvent.LinkMeasured::health);
    }

    /** The venue's clock less ours; empty while it is not measured. */
    public Optional<Duration> clockOffset(Stamp now) {
        return link.flatMap(measured -> measured.clockOffset(now));
    }

    public Optional<FeedView> bookFeed(Symbol symbol) {
        return Optional.ofNullable(feeds.get(Feed.book(symbol)));
    }

    public boolean knowsBalances() {
        return !balances.isEmpty();
    }

    public List<VenueOrder> external() {
        return external;
    }

    public VenueView view() {
        listing = listing.or(() -> Optional.of(List.copyOf(instruments.values())));
        rates = rates.or(() -> Optional.of(List.copyOf(fees.values())));
        streams = streams.or(() -> Optional.of(Map.copyOf(feeds)));
        return new VenueView(
                manifest,
                unready(),
                streams.orElseThrow(),
                listing.orElseThrow(),
                rates.orElseThrow(),
                new HoldingsView(
                        List.copyOf(balances.values()), List.copyOf(positions.values()), List.copyOf(marks.values())),
                new LinkView(link(), List.copyOf(bad.values()), deadMan));
    }
}
