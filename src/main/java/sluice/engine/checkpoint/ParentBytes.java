package sluice.engine.checkpoint;

import sluice.order.ChildId;
import sluice.order.ParentId;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentEvent;

/** A parent order as bytes and back. */
final class ParentBytes {

    private ParentBytes() {}

    static void write(Bytes out, Parent parent) {
        var opened = parent.opened();
        out.number(opened.parentId().number());
        Values.terms(out, opened.terms());
        Values.instructions(out, opened.instructions());
        Values.origin(out, opened.origin());
        out.stamp(opened.marks().decidedAt());
        Values.mark(out, opened.marks().decision());
        Values.mark(out, opened.marks().arrival());
        out.stamp(opened.at());
        Values.terms(out, parent.terms());
        out.all(parent.children(), child -> out.number(child.number()));
        out.bool(parent.cancelAsked()).optional(parent.ended(), closure -> Values.closure(out, closure));
    }

    static Parent read(Bytes.Reader in) {
        var id = new ParentId(in.number());
        var asked = Values.terms(in);
        var instructions = Values.instructions(in);
        var origin = Values.origin(in);
        var decidedAt = in.stamp();
        var decision = Values.mark(in);
        var marks = new ParentEvent.Marks(decidedAt, decision, Values.mark(in));
        var opened = new ParentEvent.Opened(id, asked, instructions, origin, marks, in.stamp());
        var terms = Values.terms(in);
        var children = Values.list(in, () -> new ChildId(in.number()));
        var cancelAsked = in.bool();
        return new Parent(opened, terms, children, cancelAsked, Values.optional(in, () -> Values.closure(in)));
    }
}
