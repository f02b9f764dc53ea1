package sluice.engine.packed;

import java.util.List;
import sluice.order.parent.ParentOrder;

/**
 * Packs orders one after another into pages. Confined to one thread; what is packed may be read on any to which it was
 * published, since no byte is written twice.
 */
public final class Packer {

    private static final int PAGE = 1 << 16;

    private final Bytes body = new Bytes();
    private final Bytes whole = new Bytes();
    private final ParentBytes parents = new ParentBytes();
    private byte[] page = new byte[0];
    private int end;

    /** Packs a parent with its children; {@code traces} are theirs, {@code over} whether none of it works any more. */
    public Packed pack(ParentOrder order, boolean over, List<Trace> traces) {
        write(order, over, traces);
        if (end + whole.size() > page.length) {
            page = new byte[Math.max(PAGE, whole.size())];
            end = 0;
        }
        whole.copyTo(page, end);
        var packed = new Packed(page, end);
        end += whole.size();
        return packed;
    }

    private void write(ParentOrder order, boolean over, List<Trace> traces) {
        var parent = order.parent();
        body.clear();
        parents.write(body, parent);
        for (int i = 0; i < traces.size(); i++) {
            OrderBytes.write(body, order.children().get(i), parent);
            body.stamp(traces.get(i).last(), parent.opened().at())
                    .bool(traces.get(i).sent());
        }
        whole.clear();
        whole.number(parent.id().number()).bool(over);
        whole.optional(parent.opened().origin().batchLine(), line -> whole.whole(Hashes.ofLine(line)));
        whole.number(order.children().size());
        for (var child : order.children()) {
            var names = Hashes.of(child);
            whole.number(child.ids().childId().number()).number(names.length);
            for (var name : names) {
                whole.whole(name);
            }
        }
        whole.number(body.size());
        body.appendTo(whole);
    }
}
