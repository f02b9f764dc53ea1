package sluice.engine.codec;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sluice.engine.DeskEvent;
import sluice.journal.Entry;
import sluice.market.Mark;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

/** Desk events to journal entries and back. Confined to one thread. */
public final class EventCodec {

    /** The type of {@link OrderEvent.Sent}. */
    public static final String SENT = "order.sent";

    /** What {@link sluice.engine.state.State} takes no notice of. */
    private static final Set<String> UNFOLDED = Set.of("desk.routed", "desk.commanded", "desk.judged");

    private final EventWriter writer = new EventWriter();
    private final Fields fields = new Fields();
    private final Function<ChildId, Order> orders;

    /** Needs to know the order behind each child, to file its events under the parent and to key its fills. */
    public EventCodec(Function<ChildId, Order> orders) {
        this.orders = orders;
    }

    public Entry encode(long seq, DeskEvent event) {
        return new Entry(
                seq,
                event.at(),
                TypeNames.of(event),
                refs(event),
                event.accept(writer).done());
    }

    public DeskEvent decode(Entry entry) {
        fields.read(entry.payload());
        return isOfOrder(entry)
                ? new DeskEvent.OfOrder(OrderReader.read(entry, fields, names -> Parts.mark(fields, names)))
                : EventReader.read(entry, fields);
    }

    /**
     * As much of an event as a fold takes in, for a replay: children are without their marks, and an event that changes
     * no state is none. The payload has to be sound all the same.
     */
    public Optional<DeskEvent> decodeForFold(Entry entry) {
        fields.read(entry.payload());
        if (isOfOrder(entry)) {
            return Optional.of(new DeskEvent.OfOrder(OrderReader.read(entry, fields, names -> Mark.NONE)));
        }
        return UNFOLDED.contains(entry.type()) ? Optional.empty() : Optional.of(EventReader.read(entry, fields));
    }

    private static boolean isOfOrder(Entry entry) {
        return entry.type().startsWith("order.");
    }

    private Entry.Refs refs(DeskEvent event) {
        if (event instanceof DeskEvent.OfOrder order) {
            return orderRefs(order.event());
        }
        if (event instanceof DeskEvent.OfParent parent) {
            return parentRefs(parent.event());
        }
        if (event instanceof DeskEvent.OfAccount account) {
            return accountRefs(account.event());
        }
        if (event instanceof DeskEvent.Routed routed) {
            return new Entry.Refs(routed.parentId().number(), 0, "");
        }
        if (event instanceof DeskEvent.Alerted alerted) {
            return new Entry.Refs(alerted.parentId().number(), 0, "");
        }
        if (event instanceof DeskEvent.Judged judged) {
            return new Entry.Refs(judged.parentId().number(), 0, "");
        }
        return Entry.Refs.NONE;
    }

    private static Entry.Refs parentRefs(ParentEvent event) {
        return new Entry.Refs(event.parentId().number(), 0, "");
    }

    private static Entry.Refs accountRefs(AccountEvent event) {
        return event instanceof AccountEvent.Differed differed
                ? new Entry.Refs(differed.parentId().number(), 0, "")
                : Entry.Refs.NONE;
    }

    private Entry.Refs orderRefs(OrderEvent event) {
        var ids = event instanceof OrderEvent.Created created
                ? created.ids()
                : orders.apply(event.childId()).ids();
        var fillKey = event instanceof OrderEvent.Traded traded ? fillKey(ids, traded) : "";
        return new Entry.Refs(ids.parentId().number(), ids.childId().number(), fillKey);
    }

    /** One account a venue and journal; child stands for order, symbol and side, which it fixes. */
    private static String fillKey(Order.Ids ids, OrderEvent.Traded event) {
        return ids.venue().name() + "/" + ids.childId().number() + "/"
                + event.execution().execId().value();
    }
}
