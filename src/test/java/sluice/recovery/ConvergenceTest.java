package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Request;

/**
 * Every prefix of what the journal may have, times every truth at the venue, times what becomes of the reports: in the
 * end ours is the venue's truth.
 */
class ConvergenceTest {

    private static final int ROUNDS = 8;

    /** What the journal got to know before it was cut. */
    private record Prefix(String name, Consumer<Account> told) {}

    /** What is so at the venue: how it stands, and how much of it each fill is. */
    private record Truth(OrderState state, List<String> fills) {

        Qty cumQty() {
            return fills.stream().map(Qty::of).reduce(Qty.ZERO, Qty::plus);
        }
    }

    /** What becomes of the reports, one after another; the last of them are whole. */
    private enum Fate {
        WHOLE,
        FAILED_FIRST,
        WITHOUT_FILLS_FIRST,
        WITHOUT_FILLS_FOR_LONG,
        EMPTY_FIRST,
        STALE_FIRST,
        FILLS_TWICE,
        FILLS_BACKWARDS;

        boolean listsFills(int round) {
            return !(this == WITHOUT_FILLS_FIRST && round == 0 || this == WITHOUT_FILLS_FOR_LONG && round < 5);
        }
    }

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("intended", account -> account.weSent(1, "3").butNotOut(1)),
            new Prefix("sent", account -> account.weSent(1, "3")),
            new Prefix("in doubt", account -> account.weSent(1, "3").inDoubt(1)),
            new Prefix("acknowledged", account -> account.weSent(1, "3").acknowledged(1)),
            new Prefix(
                    "one fill",
                    account -> account.weSent(1, "3").acknowledged(1).filled(1, "E1", "1")),
            new Prefix("a fill and no reply", account -> account.weSent(1, "3").filled(1, "E1", "1")),
            new Prefix(
                    "cancelling",
                    account -> account.weSent(1, "3").acknowledged(1).cancelling(1)),
            new Prefix(
                    "cancel in doubt",
                    account ->
                            account.weSent(1, "3").acknowledged(1).cancelling(1).inDoubt(1, new Request.Cancel())),
            new Prefix(
                    "believed cancelled",
                    account -> account.weSent(1, "3").acknowledged(1).cancelled(1)),
            new Prefix("nothing: the journal lost it", account -> {}));

    private static List<Truth> truths() {
        var truths = new ArrayList<Truth>();
        for (var fills : List.of(List.<String>of(), List.of("1"), List.of("1", "1"), List.of("1", "2"))) {
            var isWhole = fills.equals(List.of("1", "2"));
            if (isWhole) {
                truths.add(new Truth(OrderState.FILLED, fills));
            } else {
                truths.add(new Truth(fills.isEmpty() ? OrderState.SUBMITTED : OrderState.PARTIALLY_FILLED, fills));
                truths.add(new Truth(OrderState.CANCELLED, fills));
            }
        }
        return truths;
    }

    @Test
    void whateverTheJournalHadAndWhateverTheReportsWentThroughOursEndsAsTheVenuesTruth() {
        var worlds = 0;
        for (var prefix : PREFIXES) {
            for (var truth : possible(prefix)) {
                for (var fate : Fate.values()) {
                    converges(prefix, truth, fate);
                    worlds++;
                }
            }
        }
        assertThat(worlds).isGreaterThan(400);
    }

    /** A fill that was told did happen; an order that the journal lost is found by what is open or what it filled. */
    private static List<Truth> possible(Prefix prefix) {
        return truths().stream()
                .filter(truth ->
                        !prefix.name().contains("fill") || !truth.fills().isEmpty())
                .toList();
    }

    private static void converges(Prefix prefix, Truth truth, Fate fate) {
        var account = new Account();
        prefix.told().accept(account);
        var name = prefix.name() + ", " + truth + ", " + fate;
        var before = Qty.ZERO;
        for (var round = 0; round < ROUNDS; round++) {
            account.venueForgets();
            report(account, truth, fate, round);
            var plan = account.plan();
            assertThat(account.shuffled(new Random(round)).plan()).as(name).isEqualTo(plan);
            account.apply(plan).later(Duration.ofSeconds(11));
            if (account.has(1)) {
                before = invariants(account.order(1), before, truth, name);
            }
        }
        ends(account, truth, name);
    }

    private static void report(Account account, Truth truth, Fate fate, int round) {
        if (fate == Fate.FAILED_FIRST && round == 0 && account.has(1)) {
            account.unanswered(1);
            return;
        }
        if (fate == Fate.EMPTY_FIRST && round == 0) {
            account.venueHolds();
            return;
        }
        if (fate == Fate.STALE_FIRST && round == 0) {
            account.venueShows(1, OrderState.SUBMITTED, "3", "0");
            return;
        }
        account.venueHoldsAsBefore();
        account.venueShows(1, truth.state(), "3", truth.cumQty().toString());
        for (var fill = 0; fate.listsFills(round) && fill < truth.fills().size(); fill++) {
            var at = fate == Fate.FILLS_BACKWARDS ? truth.fills().size() - 1 - fill : fill;
            account.venueFilled(1, "E" + (at + 1), truth.fills().get(at));
            if (fate == Fate.FILLS_TWICE) {
                account.venueFilled(1, "E" + (at + 1), truth.fills().get(at));
            }
        }
    }

    /** Quantity is conserved, nothing is counted twice, nothing is taken back, and what is closed stays so. */
    private static Qty invariants(Order order, Qty before, Truth truth, String name) {
        assertThat(order.cumQty()).as(name).isBetween(before, truth.cumQty());
        var listed = order.fills().executions().stream()
                .map(execution -> execution.lastQty())
                .reduce(Qty.ZERO, Qty::plus);
        assertThat(order.fills().listedQty()).as(name).isEqualTo(listed);
        assertThat(order.cumQty().plus(order.leavesQty())).as(name).isLessThanOrEqualTo(Qty.of("3"));
        return order.cumQty();
    }

    private static void ends(Account account, Truth truth, String name) {
        if (!account.has(1)) {
            assertThat(truth.cumQty().isZero() && truth.state().isTerminal())
                    .as(name + ": only what did nothing and is gone stays unknown")
                    .isTrue();
            return;
        }
        var order = account.order(1);
        assertThat(order.cumQty()).as(name).isEqualTo(truth.cumQty());
        assertThat(order.fills().provisional()).as(name + ": nothing stands in").isEmpty();
        assertThat(order.fills().executions()).as(name).hasSize(truth.fills().size());
        assertThat(order.doubt().filter(doubt -> !(doubt.request() instanceof Request.Cancel)))
                .as(name + ": a cancel is asked for until it is answered")
                .isEmpty();
        if (!order.isOpen() && !truth.state().isTerminal()) {
            assertThat(account.standing()).as(name).anyMatch(key -> key.startsWith("zombie"));
        } else {
            assertThat(order.isOpen()).as(name).isEqualTo(!truth.state().isTerminal());
            assertThat(account.plan().events()).as(name).isEmpty();
            assertThat(account.standing()).as(name).isEmpty();
        }
    }
}
