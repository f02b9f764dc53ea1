package sluice.engine.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import sluice.order.Request;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Position;

/** Every order of the journal, found by any of its names, and the positions their fills add up to. */
public final class Orders {

    private static final Trace UNTRACED = new Trace(new Stamp(Instant.EPOCH, 0), false);

    private final Numbered<Order> children = new Numbered<>();
    private final Map<ChildId, Order> open = new LinkedHashMap<>();
    private final Roll<ParentOrder> parents = new Roll<>();
    private final Numbered<Integer> places = new Numbered<>();
    private final Names names = new Names();
    private final Bookings bookings = new Bookings();
    private final Map<String, ParentId> byBatchLine = new HashMap<>();
    private final Numbered<Trace> traces = new Numbered<>();
    private long lastParent;
    private long lastChild;

    /** When something was last learned of an order, and whether its bytes are known to have left. */
    public record Trace(Stamp last, boolean sent) {}

    void apply(OrderEvent event) {
        var known = trace(event.childId());
        var sent = event instanceof OrderEvent.Sent || known.sent();
        var last = tellsNothing(event) ? known.last() : event.at();
        traces.put(event.childId().number(), new Trace(last, sent));
        if (event instanceof OrderEvent.Created created
                && child(created.childId()).isEmpty()) {
            add(Order.of(created));
            return;
        }
        var before = child(event.childId()).orElseThrow();
        var after = before.after(event);
        names.learn(event);
        if (after.fills().executions().size() > before.fills().executions().size()) {
            var execution = ((OrderEvent.Traded) event).execution();
            var terms = after.terms();
            bookings.book(new FillView(after.ids(), after.orderId(), terms.symbol(), terms.side(), execution));
        }
        put(before, after);
    }

    /** Cancels that are sent and turned down say nothing new of the order, however often. */
    private static boolean tellsNothing(OrderEvent event) {
        return event instanceof OrderEvent.Requested
                || event instanceof OrderEvent.RequestRejected
                || event instanceof OrderEvent.Sent sent && sent.request().equals(new Request.Cancel().name());
    }

    private void add(Order order) {
        lastChild = Math.max(lastChild, order.ids().childId().number());
        names.learn(order);
        children.put(order.ids().childId().number(), order);
        open.put(order.ids().childId(), order);
        parent(order.ids().parentId()).ifPresent(parent -> {
            var more = new ArrayList<>(parent.children());
            more.add(order);
            keep(new ParentOrder(parent.parent().withChild(order.ids().childId()), more));
        });
    }

    private void keep(ParentOrder parent) {
        var id = parent.parent().id();
        var place = places.get(id.number());
        if (place.isPresent()) {
            parents.set(place.get(), parent);
        } else {
            places.put(id.number(), parents.size());
            parents.add(parent);
        }
    }

    private void put(Order before, Order order) {
        var id = order.ids().childId();
        children.put(id.number(), order);
        if (order.isOpen()) {
            open.put(id, order);
        } else {
            open.remove(id);
        }
        if (!order.ids().equals(before.ids()) || !order.orderId().equals(before.orderId())) {
            names.learn(order);
        }
        parent(order.ids().parentId()).ifPresent(parent -> keep(with(parent, order)));
    }

    private static ParentOrder with(ParentOrder parent, Order changed) {
        var children = new ArrayList<>(parent.children());
        children.replaceAll(child -> child.ids().childId().equals(changed.ids().childId()) ? changed : child);
        return new ParentOrder(parent.parent(), children);
    }

    void apply(ParentEvent event) {
        var known = parent(event.parentId());
        if (known.isEmpty()) {
            var opened = (ParentEvent.Opened) event;
            lastParent = Math.max(lastParent, opened.parentId().number());
            remember(opened);
            keep(new ParentOrder(Parent.of(opened), List.of()));
        } else {
            keep(new ParentOrder(known.get().parent().after(event), known.get().children()));
        }
    }

    public Trace trace(ChildId id) {
        return traces.get(id.number()).orElse(UNTRACED);
    }

    /** When anything was last learned of any order. */
    public Optional<Instant> lastLearned() {
        return traces.all().map(trace -> trace.last.at()).max(Instant::compareTo);
    }

    /** Puts what was learned before a restart on the monotonic clock of now. */
    void restamp(Stamp now) {
        traces.replaceAll(trace -> {
            var age = Math.max(0, Duration.between(trace.last.at(), now.at()).toNanos());
            return new Trace(new Stamp(trace.last.at(), now.nanos() - age), trace.sent);
        });
    }

    private void remember(ParentEvent.Opened opened) {
        opened.origin().batchKey().ifPresent(key -> byBatchLine.put(line(key), opened.parentId()));
    }

    Picture.Ledger picture() {
        var all = parents.picture();
        var known = all.stream()
                .flatMap(parent -> parent.children().stream())
                .map(child -> trace(child.ids().childId()))
                .toList();
        return new Picture.Ledger(all, bookings.fills(), known, names.others(this::order));
    }

    void restore(Picture.Ledger ledger) {
        var known = ledger.traces().iterator();
        for (var parent : ledger.parents()) {
            keep(parent);
            lastParent = Math.max(lastParent, parent.parent().id().number());
            remember(parent.parent().opened());
            for (var child : parent.children()) {
                restore(child);
                traces.put(child.ids().childId().number(), known.next());
            }
        }
        ledger.others().forEach(other -> names.restore(order(other.childId()), other));
        ledger.fills().forEach(bookings::book);
    }

    private void restore(Order order) {
        var id = order.ids().childId();
        lastChild = Math.max(lastChild, id.number());
        children.put(id.number(), order);
        names.learn(order);
        if (order.isOpen()) {
            open.put(id, order);
        }
    }

    public Optional<Order> child(ChildId id) {
        return children.get(id.number());
    }

    public Order order(ChildId id) {
        return child(id).orElseThrow(() -> new IllegalStateException("no order " + id));
    }

    /** The order a venue means, by our id where it carries one and by its own otherwise. */
    public Optional<Order> find(VenueId venue, Optional<ClOrdId> clOrdId, Optional<OrderId> orderId) {
        var ours = names.find(venue, clOrdId, orderId);
        return ours.flatMap(this::child).filter(order -> order.ids().venue().equals(venue));
    }

    /** Every id a venue ever had for one of our orders. */
    public Map<OrderId, ChildId> orderIds(VenueId venue) {
        return names.orderIds(venue);
    }

    public Optional<ParentOrder> parent(ParentId id) {
        return places.get(id.number()).map(parents::get);
    }

    /** The parent that the same line of the same batch was placed as, whatever the line said then. */
    public Optional<ParentOrder> sameLine(String batchKey) {
        return Optional.ofNullable(byBatchLine.get(line(batchKey))).flatMap(this::parent);
    }

    /** Batch and line number of a key, without the line's text. */
    private static String line(String batchKey) {
        return batchKey.substring(0, batchKey.lastIndexOf(':'));
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

    public Stream<Order> at(VenueId venue) {
        return children.all().filter(order -> order.ids().venue().equals(venue));
    }

    /** Oldest first, as they are now. */
    public List<ParentOrder> parents() {
        return parents.picture();
    }

    public List<FillView> fills() {
        return bookings.fills();
    }

    public Collection<Position> positions() {
        return bookings.positions();
    }

    public Position position(VenueId venue, Symbol symbol) {
        return bookings.position(venue, symbol);
    }

    ParentId nextParent() {
        return new ParentId(lastParent + 1);
    }

    ChildId nextChild() {
        return new ChildId(lastChild + 1);
    }
}
