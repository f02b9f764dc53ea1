package sluice.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

/**
 * One thing a report shows, and what follows. Immutable.
 *
 * @param childId empty for what belongs to no order of the journal
 * @param text for people
 * @param basis what it rests on
 * @param facts to append
 * @param followUps to do once the facts are durable
 */
public record Step(
        Case kind,
        Optional<ChildId> childId,
        String text,
        Basis basis,
        Facts facts,
        List<Discrepancy> discrepancies,
        Set<FollowUp> followUps) {

    /** What the desk has to do about it, beside appending. */
    public enum FollowUp {
        /** Ask for the order, or for everything again. */
        QUERY,
        /** Cancel the order at the venue, again if need be, until that is proven. */
        CANCEL,
        /** Tell an operator. */
        ALARM,
        /** Take no new risk in the discrepancy's symbol, or at the venue where it is about none, until resumed. */
        FREEZE
    }

    /** How much an answer proves. */
    public enum Grade {
        /** The venue shows it: an order, a fill, a documented refusal. */
        E1,
        /** It is absent from complete and fresh answers, or they go on to show the same. */
        E2,
        /** A failed or early answer; it changes nothing. */
        E3
    }

    /** What a step rests on: the grade, and the venue's ids for the evidence. Immutable. */
    public record Basis(Grade grade, List<String> ids) {

        public Basis {
            ids = List.copyOf(ids);
        }
    }

    /** What is to be appended: parents, then orders, then accounts. Immutable. */
    public record Facts(List<ParentEvent> parents, List<OrderEvent> orders, List<AccountEvent> accounts) {

        static final Facts NONE = new Facts(List.of(), List.of(), List.of());

        public Facts {
            parents = List.copyOf(parents);
            orders = List.copyOf(orders);
            accounts = List.copyOf(accounts);
        }

        public boolean isEmpty() {
            return parents.isEmpty() && orders.isEmpty() && accounts.isEmpty();
        }

        /** The kinds of them, in the order they are appended. */
        public List<String> names() {
            return Stream.of(parents, orders, accounts)
                    .flatMap(List::stream)
                    .map(event -> event.getClass().getSimpleName())
                    .toList();
        }
    }

    public Step {
        discrepancies = List.copyOf(discrepancies);
        followUps = Set.copyOf(followUps);
    }

    /** Those about orders of ours. */
    public List<OrderEvent> events() {
        return facts.orders();
    }

    public boolean asks(FollowUp followUp) {
        return followUps.contains(followUp);
    }
}
