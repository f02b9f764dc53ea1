package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import sluice.market.Qty;
import sluice.order.OrderId;
import sluice.order.OrderState;

class ReconciliationProperties {

    private static final int QTY = 4;

    /** What really became of one order: whether it arrived, what of it filled, and how it stands. */
    private record Truth(long number, boolean arrived, List<Integer> fills, OrderState state) {

        static Truth random(long number, Random random) {
            var fills = new ArrayList<Integer>();
            var left = QTY;
            while (left > 0 && random.nextInt(3) > 0) {
                fills.add(1 + random.nextInt(left));
                left -= fills.get(fills.size() - 1);
            }
            var cancelled = random.nextInt(3) == 0;
            var working = fills.isEmpty() ? OrderState.SUBMITTED : OrderState.PARTIALLY_FILLED;
            var open = cancelled ? OrderState.CANCELLED : working;
            return new Truth(number, random.nextInt(5) > 0, fills, left == 0 ? OrderState.FILLED : open);
        }

        int cumQty() {
            return fills.stream().mapToInt(Integer::intValue).sum();
        }

        /** What of it we happened to hear, in some order. */
        void heardBy(Account account, Random random) {
            account.weSent(number, Integer.toString(QTY));
            if (!arrived || random.nextBoolean()) {
                account.inDoubt(number);
            } else if (random.nextBoolean()) {
                account.acknowledged(number);
            }
            if (random.nextInt(4) == 0) {
                account.cancelling(number);
            }
            for (var fill = fills.size() - 1; arrived && fill >= 0; fill--) {
                if (random.nextBoolean()) {
                    account.filled(number, "E" + fill, fills.get(fill).toString());
                }
            }
            if (arrived && state == OrderState.CANCELLED && random.nextInt(3) == 0) {
                account.cancelled(number);
            }
        }

        void shownBy(Account account) {
            if (!arrived) {
                account.notFound(number);
                return;
            }
            account.venueShows(number, state, Integer.toString(QTY), Integer.toString(cumQty()));
            for (var fill = 0; fill < fills.size(); fill++) {
                account.venueFilled(number, "E" + fill, fills.get(fill).toString());
            }
        }
    }

    @Property(tries = 1000)
    void afterOnePlanOursIsWhatTheVenueSaysAndTheNextPlanBringsNoFacts(@ForAll long seed) {
        var random = new Random(seed);
        var account = new Account();
        var truths = truths(account, random);
        account.apply(account.plan()).later(Duration.ofMinutes(1));
        truths.forEach(truth -> assertAgreement(account, truth));
        var second = account.plan();
        assertThat(second.events()).isEmpty();
        assertThat(second.discrepancies()).isEmpty();
        var settled = truths.stream().allMatch(truth -> isSettled(account, truth));
        assertThat(second.isEmpty()).isEqualTo(settled);
    }

    private static void assertAgreement(Account account, Truth truth) {
        var order = account.order(truth.number());
        if (!truth.arrived()) {
            assertThat(order.isInDoubt()).isTrue();
            assertThat(order.worstLeavesQty()).isEqualTo(Qty.of("4"));
            return;
        }
        assertThat(order.cumQty().value()).isEqualByComparingTo(Integer.toString(truth.cumQty()));
        assertThat(order.isOpen()).isEqualTo(!truth.state().isTerminal());
        assertThat(order.isInDoubt()).isFalse();
        assertThat(order.orderId()).contains(Account.orderId(truth.number()));
    }

    /** Nothing is left to ask or to send: it arrived, and no cancel is still out for it. */
    private static boolean isSettled(Account account, Truth truth) {
        return truth.arrived() && account.order(truth.number()).state() != OrderState.CANCELLING;
    }

    @Property(tries = 300)
    void theOrderOfAReportMakesNoDifference(@ForAll long seed) {
        var account = new Account();
        truths(account, new Random(seed));
        var plan = account.plan();
        assertThat(account.shuffled(new Random(seed + 1)).plan()).isEqualTo(plan);
    }

    @Property(tries = 300)
    void whatNeverArrivedEndsAfterEnoughAnswersAndNotBefore(@ForAll long seed) {
        var account = new Account();
        var truths = truths(account, new Random(seed));
        for (var round = 0; round < 3; round++) {
            truths.stream()
                    .filter(truth -> !truth.arrived())
                    .forEach(truth ->
                            assertThat(account.order(truth.number()).isOpen()).isTrue());
            account.apply(account.plan()).later(Duration.ofSeconds(20));
        }
        truths.stream()
                .filter(truth -> !truth.arrived())
                .forEach(truth ->
                        assertThat(account.order(truth.number()).state()).isEqualTo(OrderState.CANCELLED));
    }

    private static List<Truth> truths(Account account, Random random) {
        var truths = new ArrayList<Truth>();
        for (var number = 1; number <= 1 + random.nextInt(5); number++) {
            var truth = Truth.random(number, random);
            truth.heardBy(account, random);
            truth.shownBy(account);
            truths.add(truth);
        }
        if (random.nextBoolean()) {
            var somebody = new OrderId("X-1");
            var terms = Account.terms("9");
            account.venueShows(Optional.empty(), somebody, OrderState.PARTIALLY_FILLED, terms, "1");
            account.venueFilled(somebody, "E0", "1");
        }
        return truths;
    }
}
