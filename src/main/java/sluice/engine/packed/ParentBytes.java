package sluice.engine.packed;

import java.util.List;
import sluice.market.Mark;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.ParentId;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentEvent;

/**
 * A parent order as bytes and back; its number and those of its children stand elsewhere.
 *
 * <p>Confined to one thread: what many parents have in common is kept from one to the next.
 */
final class ParentBytes {

    private final Repeated<Instructions> instructions = new Repeated<>(Values::instructions);
    private final Repeated<Origin> origins = new Repeated<>(Values::origin);

    void write(Bytes out, Parent parent) {
        var opened = parent.opened();
        Values.terms(out, opened.terms());
        instructions.write(out, opened.instructions());
        origins.write(out, opened.origin());
        out.stamp(opened.at());
        marks(out, opened.marks(), opened.at());
        Values.terms(out, parent.terms(), opened.terms());
        out.bool(parent.cancelAsked()).optional(parent.ended(), closure -> Values.closure(out, closure));
    }

    private static void marks(Bytes out, ParentEvent.Marks marks, Stamp base) {
        out.stamp(marks.decidedAt(), base);
        Values.mark(out, marks.decision());
        out.bool(marks.arrival().equals(marks.decision()));
        if (!marks.arrival().equals(marks.decision())) {
            Values.mark(out, marks.arrival());
        }
    }

    static Parent read(Bytes.Reader in, ParentId id, List<ChildId> children) {
        var asked = Values.terms(in);
        var instructions = Values.instructions(in);
        var origin = Values.origin(in);
        var at = in.stamp();
        var opened = new ParentEvent.Opened(id, asked, instructions, origin, marks(in, at), at);
        var terms = Values.terms(in, asked);
        var cancelAsked = in.bool();
        return new Parent(opened, terms, children, cancelAsked, in.optional(() -> Values.closure(in)));
    }

    private static ParentEvent.Marks marks(Bytes.Reader in, Stamp base) {
        var decidedAt = in.stamp(base);
        Mark decision = Values.mark(in);
        return new ParentEvent.Marks(decidedAt, decision, in.bool() ? decision : Values.mark(in));
    }
}
