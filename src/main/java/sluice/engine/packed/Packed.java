package sluice.engine.packed;

import java.util.ArrayList;
import java.util.List;
import sluice.order.ChildId;
import sluice.order.ParentId;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentOrder;

/**
 * A parent order with its children, as bytes among those of many others; made again each time it is asked for.
 *
 * <p>Immutable: nobody changes the bytes from {@code at} on that are its own.
 */
public record Packed(byte[] bytes, int at) {

    /**
     * What can be told without making the orders.
     *
     * @param over whether nothing works any more
     * @param line hash of the batch line it was placed as, {@link Hashes#NONE} for none
     */
    public record Head(ParentId parentId, boolean over, long line, List<Child> children) {}

    /**
     * A child of it.
     *
     * @param names hashes of the names it can be found by, beside the number that is in its own id
     */
    public record Child(ChildId id, long[] names) {}

    /** The orders, with what was last learned of each child. */
    public record Family(ParentOrder order, List<Trace> traces) {}

    public Head head() {
        var in = new Bytes.Reader(bytes, at);
        return head(in);
    }

    private static Head head(Bytes.Reader in) {
        var parentId = new ParentId(in.number());
        var over = in.bool();
        var line = in.bool() ? in.whole() : Hashes.NONE;
        var children = new ArrayList<Child>(1);
        for (int left = in.count(); left > 0; left--) {
            children.add(new Child(new ChildId(in.number()), names(in)));
        }
        in.count();
        return new Head(parentId, over, line, children);
    }

    private static long[] names(Bytes.Reader in) {
        var names = new long[in.count()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.whole();
        }
        return names;
    }

    /** The parent with its children. */
    public ParentOrder order() {
        return family().order();
    }

    public Family family() {
        var in = new Bytes.Reader(bytes, at);
        var head = head(in);
        var ids = head.children.stream().map(Child::id).toList();
        Parent parent = ParentBytes.read(in, head.parentId, ids);
        var traces = new ArrayList<Trace>(ids.size());
        var children = ids.stream()
                .map(id -> {
                    var order = OrderBytes.read(in, id, parent);
                    var last = in.stamp(parent.opened().at());
                    traces.add(new Trace(last, in.bool()));
                    return order;
                })
                .toList();
        return new Family(new ParentOrder(parent, children), traces);
    }

    /** The next of those that were copied one after another; it shares the bytes. */
    public static Packed read(Bytes.Reader in) {
        var packed = new Packed(in.buffer(), in.at());
        pass(in);
        return packed;
    }

    /** Steps over one without making anything of it: a start does so for every order there ever was. */
    private static void pass(Bytes.Reader in) {
        in.number();
        in.bool();
        in.skip(in.bool() ? Long.BYTES : 0);
        for (int left = in.count(); left > 0; left--) {
            in.number();
            in.skip(in.count() * Long.BYTES);
        }
        in.skip(in.count());
    }

    /** Writes its bytes as they are. */
    public void copyTo(Bytes out) {
        var in = new Bytes.Reader(bytes, at);
        pass(in);
        out.raw(bytes, at, in.at() - at);
    }
}
