package sluice.order.parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.order.ChildId;
import sluice.order.Closure;
import sluice.order.ParentId;
import sluice.order.Terms;

/** What was asked for, as the fold of its events; its children carry what was sent. Immutable. */
public record Parent(
        ParentEvent.Opened opened, Terms terms, List<ChildId> children, boolean cancelAsked, Optional<Closure> ended) {

    public Parent {
        children = List.copyOf(children);
    }

    public static Parent of(ParentEvent.Opened event) {
        return new Parent(event, event.terms(), List.of(), false, Optional.empty());
    }

    public ParentId id() {
        return opened.parentId();
    }

    /** The parent after one more fact. Total: an ended parent stays ended. */
    public Parent after(ParentEvent event) {
        return event.accept(new Transition(this));
    }

    public Parent withChild(ChildId child) {
        var more = new ArrayList<>(children);
        more.add(child);
        return new Parent(opened, terms, more, cancelAsked, ended);
    }

    private record Transition(Parent parent) implements ParentEvent.Visitor<Parent> {

        @Override
        public Parent opened(ParentEvent.Opened event) {
            return parent;
        }

        @Override
        public Parent cancelAsked(ParentEvent.CancelAsked event) {
            return new Parent(parent.opened, parent.terms, parent.children, true, parent.ended);
        }

        @Override
        public Parent amended(ParentEvent.Amended event) {
            return new Parent(parent.opened, event.terms(), parent.children, parent.cancelAsked, parent.ended);
        }

        @Override
        public Parent ended(ParentEvent.Ended event) {
            var closure = parent.ended.or(() -> Optional.of(event.closure()));
            return new Parent(parent.opened, parent.terms, parent.children, parent.cancelAsked, closure);
        }
    }
}
