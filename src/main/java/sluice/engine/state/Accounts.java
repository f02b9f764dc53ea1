package sluice.engine.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import sluice.engine.view.AccountsView;
import sluice.engine.view.DifferenceView;
import sluice.engine.view.FillView;
import sluice.engine.view.HeldView;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.account.AccountEvent;
import sluice.order.account.TradeCause;
import sluice.order.position.Position;

/** What is known of our accounts beside our own orders: the fold of account events. Confined to the desk thread. */
public final class Accounts {

    private final Map<String, DifferenceView> open = new LinkedHashMap<>();
    private final Map<VenueId, Map<String, BigDecimal>> held = new TreeMap<>();
    private final Map<VenueId, Map<String, BigDecimal>> adjusted = new TreeMap<>();
    private final Map<Place, Position> elsewhere = new TreeMap<>();
    private final List<AccountEvent.TradedElsewhere> taken = new ArrayList<>();
    private final Map<Place, Money> funding = new TreeMap<>();
    private final Set<String> booked = new LinkedHashSet<>();
    private final Map<VenueId, AccountEvent.Banned> bans = new TreeMap<>();

    void apply(long seq, AccountEvent event) {
        event.accept(new Fold(seq));
    }

    /** Takes itself apart. */
    Picture.Accounts picture() {
        return new Picture.Accounts(
                List.copyOf(open.values()),
                moneys(held),
                moneys(adjusted),
                new Picture.Elsewhere(List.copyOf(elsewhere.values()), taken),
                funding,
                List.copyOf(booked),
                List.copyOf(bans.values()));
    }

    private static Map<VenueId, List<Money>> moneys(Map<VenueId, Map<String, BigDecimal>> amounts) {
        var moneys = new TreeMap<VenueId, List<Money>>();
        amounts.forEach((venue, assets) -> moneys.put(
                venue,
                assets.entrySet().stream()
                        .map(asset -> new Money(asset.getValue(), asset.getKey()))
                        .toList()));
        return moneys;
    }

    void restore(Picture.Accounts picture) {
        picture.open().forEach(each -> open.put(key(each.venue(), each.key()), each));
        picture.held().forEach((venue, amounts) -> add(held, venue, amounts));
        picture.adjusted().forEach((venue, amounts) -> add(adjusted, venue, amounts));
        taken.addAll(picture.elsewhere().taken());
        picture.elsewhere().positions().forEach(each -> elsewhere.put(new Place(each.venue(), each.symbol()), each));
        funding.putAll(picture.funding());
        booked.addAll(picture.booked());
        picture.bans().forEach(each -> bans.put(each.venue(), each));
    }

    private static void add(Map<VenueId, Map<String, BigDecimal>> sums, VenueId venue, List<Money> amounts) {
        var assets = sums.computeIfAbsent(venue, key -> new TreeMap<>());
        amounts.forEach(money -> assets.merge(money.asset(), money.amount(), BigDecimal::add));
    }

    private static String key(VenueId venue, String key) {
        return venue + "/" + key;
    }

    /** Everything that differs now, oldest first. */
    public List<DifferenceView> open() {
        return List.copyOf(open.values());
    }

    public Stream<DifferenceView> openAt(VenueId venue) {
        return open.values().stream().filter(each -> each.venue().equals(venue));
    }

    public Optional<DifferenceView> find(long id) {
        return open.values().stream().filter(each -> each.id() == id).findFirst();
    }

    public boolean isOpen(VenueId venue, String key) {
        return open.containsKey(key(venue, key));
    }

    /** By asset, or perpetual, what a venue holds of ours beyond what fills add up to; empty before its first look. */
    public Optional<Map<String, BigDecimal>> held(VenueId venue) {
        return Optional.ofNullable(held.get(venue)).map(Collections::unmodifiableMap);
    }

    public AccountsView view(List<FillView> provisional) {
        return new AccountsView(open(), provisional, heldBeyond(), List.copyOf(elsewhere()), taken, funding());
    }

    /** By venue whose account is known, what it holds beyond fills. */
    private Map<VenueId, HeldView> heldBeyond() {
        var views = new TreeMap<VenueId, HeldView>();
        held.forEach((venue, amounts) ->
                views.put(venue, new HeldView(amounts, adjusted.getOrDefault(venue, Map.of()))));
        return views;
    }

    /** Gives the positions in perpetuals that no fill made. */
    public void perpetualsBeyond(BiConsumer<Place, BigDecimal> reader) {
        held.forEach((venue, amounts) -> amounts.forEach((thing, amount) -> {
            if (amount.signum() != 0 && thing.indexOf('-') > 0) {
                reader.accept(new Place(venue, Symbol.of(thing)), amount);
            }
        }));
    }

    /** What executions of no order of this journal add up to. */
    public Collection<Position> elsewhere() {
        return Collections.unmodifiableCollection(elsewhere.values());
    }

    /** What holding each perpetual has cost in funding; negative where it has earned. */
    public Map<Place, Money> funding() {
        return Map.copyOf(funding);
    }

    /** The executions of no order of this journal and the fundings that are booked, by key. */
    public Set<String> booked() {
        return Collections.unmodifiableSet(booked);
    }

    /** By venue, the last ban that was told; it may be over. */
    public Map<VenueId, AccountEvent.Banned> bans() {
        return Collections.unmodifiableMap(bans);
    }

    /** What each event changes. */
    private final class Fold implements AccountEvent.Visitor<Boolean> {

        private final long seq;

        Fold(long seq) {
            this.seq = seq;
        }

        @Override
        public Boolean differed(AccountEvent.Differed event) {
            var view = new DifferenceView(
                    seq, event.venue(), event.key(), event.row(), event.text(), event.parentId(), event.at());
            return open.putIfAbsent(key(event.venue(), event.key()), view) == null;
        }

        @Override
        public Boolean agreed(AccountEvent.Agreed event) {
            return open.remove(key(event.venue(), event.key())) != null;
        }

        @Override
        public Boolean tradedElsewhere(AccountEvent.TradedElsewhere event) {
            if (!booked.add(event.key())) {
                return false;
            }
            var place = new Place(event.venue(), event.symbol());
            var position = elsewhere.getOrDefault(place, Position.flat(event.venue(), event.symbol()));
            elsewhere.put(place, position.after(event.side(), event.execution()));
            if (event.cause() != TradeCause.ORDER) {
                taken.add(event);
            }
            return true;
        }

        @Override
        public Boolean funded(AccountEvent.Funded event) {
            if (!booked.add(event.key())) {
                return false;
            }
            funding.merge(
                    new Place(event.venue(), event.symbol()),
                    event.paid(),
                    (sum, paid) -> new Money(sum.amount().add(paid.amount()), sum.asset()));
            return true;
        }

        @Override
        public Boolean banned(AccountEvent.Banned event) {
            bans.put(event.venue(), event);
            return true;
        }

        @Override
        public Boolean deadManTurned(AccountEvent.DeadManTurned event) {
            return false;
        }

        @Override
        public Boolean adjusted(AccountEvent.Adjusted event) {
            add(held, event.venue(), event.amounts());
            if (!event.cause().equals(AccountEvent.Adjusted.OPENING)) {
                add(adjusted, event.venue(), event.amounts());
            }
            return true;
        }
    }
}
