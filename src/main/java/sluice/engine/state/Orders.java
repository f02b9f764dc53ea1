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
import org.jspecify.annotations.Nullable;
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

    private final Map<ChildId, Order> children = new HashMap<>();
    private final Map<ChildId, Order> open = new LinkedHashMap<>();
    private final Roll<ParentOrder> parents = new Roll<>();
    private final Map<ParentId, Integer> places = new HashMap<>();
    private final Names names = new Names();
    private final Bookings bookings = new Bookings();
    private final Map<String, ParentId> byBatchLine = new HashMap<>();
    private final Map<ChildId, Trace> traces = new HashMap<>();
    private long lastParent;
    private long lastChild;

    /** When something was last learned of an order, and whether its bytes are known to have left. */
    public record Trace(Stamp last, boolean sent) {}

    void apply(OrderEvent event) {
        var isNews = !tellsNothing(event);
        traces.merge(
                event.childId(),
                new Trace(event.at(), event instanceof OrderEvent.Sent),
                (old, fresh) -> new Trace(isNews ? fresh.last : old.last, old.sent || fresh.sent));
        if (event instanceof OrderEvent.Created created && !children.containsKey(created.childId())) {
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
        children.put(order.ids().childId(), order);
        open.put(order.ids().childId(), order);
        parent(order.ids().parentId()).ifPresent(parent -> {
            var more = new ArrayList<>(parent.children());
            more.add(order);
            keep(new ParentOrder(parent.parent().withChild(order.ids().childId()), more));
        });
    }

    private void keep(ParentOrder parent) {
        var id = parent.parent().id();
        @Nullable Integer place = places.putIfAbsent(id, parents.size());
        if (place == null) {
            parents.add(parent);
        } else {
            parents.set(place, parent);
        }
    }

    private void put(Order before, Order order) {
        var id = order.ids().childId();
        children.put(id, order);
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
        return traces.getOrDefault(id, UNTRACED);
    }

    /** When anything was last learned of any order. */
    public Optional<Instant> lastLearned() {
        return traces.values().stream().map(trace -> trace.last.at()).max(Instant::compareTo);
    }

    /** Puts what was learned before a restart on the monotonic clock of now. */
    void restamp(Stamp now) {
        traces.replaceAll((id, trace) -> {
            var age = Math.max(0, Duration.between(trace.last.at(), now.at()).toNanos());
            return new Trace(new Stamp(trace.last.at(), now.nanos() - age), trace.sent);
        });
    }

    private void remember(ParentEvent.Opened opened) {
        opened.origin().batchKey().ifPresent(key -> byBatchLine.put(line(key), opened.parentId()));
    }

    Picture.Ledger picture() {
        return new Picture.Ledger(parents.picture(), bookings.fills(), traces, names.others(children));
    }

    void restore(Picture.Ledger ledger) {
        for (var parent : ledger.parents()) {
            keep(parent);
            lastParent = Math.max(lastParent, parent.parent().id().number());
            remember(parent.parent().opened());
            parent.children().forEach(this::restore);
        }
        ledger.others().forEach(other -> names.restore(order(other.childId()), other));
        traces.putAll(ledger.traces());
        ledger.fills().forEach(bookings::book);
    }

    private void restore(Order order) {
        var id = order.ids().childId();
        lastChild = Math.max(lastChild, id.number());
        children.put(id, order);
        names.learn(order);
        if (order.isOpen()) {
            open.put(id, order);
        }
    }

    public Optional<Order> child(ChildId id) {
        return Optional.ofNullable(children.get(id));
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
        return Optional.ofNullable(places.get(id)).map(parents::get);
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
        return children.values().stream().filter(order -> order.ids().venue().equals(venue));
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
