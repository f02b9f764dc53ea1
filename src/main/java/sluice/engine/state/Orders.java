package sluice.engine.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.engine.packed.Hashes;
import sluice.engine.packed.Packed;
import sluice.engine.packed.Trace;
import sluice.engine.view.FillView;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.parent.Origin;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Position;

/** Every order of the journal, found by any of its names, and the positions their fills add up to. */
public final class Orders {

    private static final Trace UNTRACED = new Trace(new Stamp(Instant.EPOCH, 0), false);

    private final Families families;
    private final Map<ChildId, Order> open = new LinkedHashMap<>();
    private final Provisionals provisionals = new Provisionals();
    private final Names names;
    private final Bookings bookings = new Bookings();
    private final HashIndex byBatchLine = new HashIndex();
    private Optional<Instant> learned = Optional.empty();
    private long lastParent;
    private long lastChild;

    Orders(int rest) {
        families = new Families(rest, this::packed);
        names = new Names(families);
    }

    void apply(OrderEvent event) {
        if (event instanceof OrderEvent.Created created
                && families.look(created.childId()).isEmpty()) {
            add(created);
            return;
        }
        var family = families.of(event.childId());
        int index = family.index(event.childId());
        var before = family.children().get(index);
        var after = before.after(event);
        family.set(index, traced(family.traces().get(index), event));
        names.learn(event);
        put(family, index, before, after);
        if (after.fills().executions().size() > before.fills().executions().size()) {
            var execution = ((OrderEvent.Traded) event).execution();
            bookings.book(Booking.fill(after, execution), family);
        }
        families.changed(family);
    }

    private Trace traced(Trace known, OrderEvent event) {
        var trace = known.after(event);
        learned = Optional.of(
                learned.filter(trace.last().at()::isBefore).orElse(trace.last().at()));
        return trace;
    }

    private void add(OrderEvent.Created event) {
        var order = Order.of(event);
        var id = order.ids().childId();
        lastChild = Math.max(lastChild, id.number());
        names.learn(order);
        open.put(id, order);
        var family = families.of(order.ids().parentId());
        family.add(order, traced(UNTRACED, event));
        families.add(id, family);
        families.changed(family);
    }

    private void put(Family family, int index, Order before, Order order) {
        var id = order.ids().childId();
        family.set(index, order);
        if (order.isOpen()) {
            open.put(id, order);
        } else {
            open.remove(id);
        }
        provisionals.keep(order);
        if (!order.ids().equals(before.ids()) || !order.orderId().equals(before.orderId())) {
            names.learn(order);
        }
    }

    void apply(ParentEvent event) {
        if (!families.has(event.parentId())) {
            var opened = (ParentEvent.Opened) event;
            var id = opened.parentId();
            lastParent = Math.max(lastParent, id.number());
            opened.origin().batchLine().ifPresent(line -> byBatchLine.add(Hashes.ofLine(line), id.number()));
            families.changed(families.add(Parent.of(opened)));
        } else {
            var family = families.of(event.parentId());
            family.set(family.parent().after(event));
            families.changed(family);
        }
    }

    private void packed(Family family, Packed packed) {
        names.pack(family, packed.head());
        bookings.pack(family, packed);
    }

    public Trace trace(ChildId id) {
        return families.look(id).map(family -> family.trace(id)).orElse(UNTRACED);
    }

    /** When anything was last learned of any order. */
    public Optional<Instant> lastLearned() {
        return learned;
    }

    /** Puts what was learned before a restart on the monotonic clock of now. */
    void restamp(Stamp now) {
        families.restamp(now);
    }

    Picture.Ledger picture(Collection<ChildId> unsettled) {
        return new Picture.Ledger(
                families.packed(),
                bookings.bookings().stream().map(this::fill).toList(),
                List.copyOf(bookings.positions()),
                names.others(),
                learned,
                List.copyOf(unsettled));
    }

    private Picture.Fill fill(Booking booking) {
        var id = booking.childId();
        var isTold = booking instanceof Booking.OfPacked of
                && families.packed(id).filter(of.packed()::equals).isPresent();
        var former = isTold || !Booking.isFormer(booking.view(), order(id))
                ? Optional.<Picture.OtherName>empty()
                : Optional.of(Booking.former(booking.view()));
        return new Picture.Fill(id, booking.index(), former);
    }

    void restore(Picture.Ledger ledger) {
        names.expect(ledger.parents().size());
        ledger.parents().forEach(this::restore);
        families.working().stream()
                .flatMap(family -> family.children().stream())
                .sorted(Comparator.comparing(child -> child.ids().childId()))
                .peek(provisionals::keep)
                .filter(Order::isOpen)
                .forEach(child -> open.put(child.ids().childId(), child));
        ledger.others()
                .forEach(other -> names.restore(order(other.childId()).ids().venue(), other));
        ledger.fills().forEach(this::restore);
        ledger.positions().forEach(bookings::restore);
        learned = ledger.learned();
    }

    private void restore(Packed packed) {
        var head = packed.head();
        lastParent = Math.max(lastParent, head.parentId().number());
        head.children()
                .forEach(child -> lastChild = Math.max(lastChild, child.id().number()));
        if (head.line() != Hashes.NONE) {
            byBatchLine.add(head.line(), head.parentId().number());
        }
        families.restore(packed, head)
                .ifPresentOrElse(family -> family.children().forEach(names::learn), () -> names.pack(head));
    }

    private void restore(Picture.Fill fill) {
        var id = fill.childId();
        var packed = families.packed(id);
        if (packed.isPresent() && fill.former().isEmpty()) {
            bookings.keep(new Booking.OfPacked(packed.get(), id, fill.index()));
            return;
        }
        var booking = Booking.restored(fill, order(id));
        if (packed.isPresent()) {
            bookings.keep(booking);
        } else {
            bookings.keep(booking, families.of(id));
        }
    }

    public Optional<Order> child(ChildId id) {
        return families.child(id);
    }

    public Order order(ChildId id) {
        return child(id).orElseThrow(() -> new IllegalStateException("no order " + id));
    }

    /** The order a venue means, by our id where it carries one and by its own otherwise. */
    public Optional<Order> find(VenueId venue, Optional<ClOrdId> clOrdId, Optional<OrderId> orderId) {
        var ours = names.find(venue, clOrdId, orderId);
        return ours.flatMap(this::child).filter(order -> order.ids().venue().equals(venue));
    }

    /** Every id a venue ever had for one of our orders, but those that orders long over go by. */
    public Map<OrderId, ChildId> orderIds(VenueId venue) {
        return names.orderIds(venue);
    }

    /** Every id of ours, but those that orders long over go by. */
    public Map<ClOrdId, ChildId> clOrdIds() {
        return names.clOrdIds();
    }

    /** Orders long over that the venue never gave an id. */
    public Collection<ChildId> unnamed() {
        return names.unnamed();
    }

    public Optional<ParentOrder> parent(ParentId id) {
        return families.parent(id);
    }

    /** The parent that the same line of the same batch was placed as, whatever the line said then. */
    public Optional<ParentOrder> sameLine(String batchKey) {
        var line = Optional.of(Origin.line(batchKey));
        return byBatchLine.find(
                Hashes.ofLine(line.get()),
                number -> parent(new ParentId(number))
                        .filter(order ->
                                order.parent().opened().origin().batchLine().equals(line)));
    }

    /** The parent of a child; every child has one. */
    public ParentOrder parentOf(Order child) {
        return parent(child.ids().parentId()).orElseThrow();
    }

    public Collection<Order> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    public Stream<Order> openAt(VenueId venue) {
        return open.values().stream().filter(order -> order.ids().venue().equals(venue));
    }

    /** Those at a venue of which it may have something to tell: open ones, and those that miss fills it counts. */
    public Stream<Order> unsettledAt(VenueId venue) {
        return Stream.concat(openAt(venue), provisionals.closedAt(venue));
    }

    /** Oldest first, as they are now. */
    public List<ParentOrder> parents() {
        return families.picture();
    }

    /** Those of them of which something may still be done, oldest first. */
    public List<ParentOrder> working() {
        var working = new ArrayList<ParentOrder>();
        families.working().stream().filter(Family::works).forEach(family -> working.add(family.order()));
        return working;
    }

    /** In the order they were booked, without what stands in for some that are not listed yet. */
    public List<FillView> fills() {
        return bookings.fills();
    }

    /** What stands in for fills that are not listed yet. */
    public List<FillView> provisional() {
        return provisionals.fills();
    }

    /** What fills add up to, and what stands in for some. */
    public Collection<Position> positions() {
        return provisionals.over(bookings.positions());
    }

    public Position position(VenueId venue, Symbol symbol) {
        return provisionals.over(bookings.position(venue, symbol));
    }

    ParentId nextParent() {
        return new ParentId(lastParent + 1);
    }

    ChildId nextChild() {
        return new ChildId(lastChild + 1);
    }
}
