package sluice.sim.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import sluice.market.Side;
import sluice.sim.SelfTrade;

class BookAgainstNaiveBookTest {

    private static final List<SelfTrade> MODES =
            List.of(SelfTrade.NONE, SelfTrade.EXPIRE_TAKER, SelfTrade.EXPIRE_MAKER, SelfTrade.EXPIRE_BOTH);

    private final Map<Long, Resting> open = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private Book book = new Book();
    private NaiveBook naive = new NaiveBook();
    private Taker last = Taker.market(Side.BUY, 1, SelfTrade.NONE, 1);

    @BeforeTry
    void begin() {
        open.clear();
        log.clear();
        book = new Book();
        naive = new NaiveBook();
    }

    /** A new order, or, for an {@code old} one, fewer lots of it. */
    record Step(Side side, long ticks, long lots, int owner, SelfTrade mode, int old) {}

    @Property(tries = 400)
    void tradesAndLevelsAreThoseOfTheNaiveBook(@ForAll("steps") List<Step> steps) {
        long id = 0;
        for (var step : steps) {
            id++;
            if (step.old() > 0 && open.containsKey(id - step.old())) {
                shrink(id - step.old(), step.lots());
            } else {
                place(id, step);
            }
            assertThat(log).isEqualTo(naive.log());
            for (var side : Side.values()) {
                assertThat(levels(side)).isEqualTo(naive.levels(side));
            }
        }
    }

    @Property(tries = 200)
    void aRehearsalForetellsTheMatch(@ForAll("steps") List<Step> steps) {
        long id = 0;
        for (var step : steps) {
            var trial = book.rehearse(taker(step));
            place(++id, step);
            assertThat(trial.filledLots()).isEqualTo(last.filledLots());
            assertThat(trial.filledQuote()).isEqualTo(last.filledQuote());
            assertThat(trial.isExpired()).isEqualTo(last.isExpired());
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Side.values()),
                        Arbitraries.longs().between(95, 105),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(MODES),
                        Arbitraries.integers().between(-10, 10))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private void place(long id, Step step) {
        last = taker(step);
        book.match(last, trades());
        naive.place(step.side(), step.ticks(), step.lots(), id, step.owner(), step.mode());
        if (last.lotsLeft() > 0 && !last.isExpired()) {
            open.put(id, book.rest(step.side(), step.ticks(), id, step.owner(), last.lotsLeft()));
        }
    }

    private static Taker taker(Step step) {
        return Taker.limit(step.side(), step.owner(), step.mode(), step.ticks(), step.lots());
    }

    private void shrink(long id, long lots) {
        var order = open.get(id);
        var by = Math.min(lots, order.lots());
        if (by > 0) {
            book.shrink(order, by);
        }
        naive.shrink(id, by);
    }

    private Trades trades() {
        return new Trades() {
            @Override
            public void traded(Resting maker, long lots) {
                log.add(maker.id() + " gives " + lots + " at " + maker.ticks());
                forget(maker);
            }

            @Override
            public void prevented(Resting maker) {
                log.add("prevented " + maker.id());
                forget(maker);
            }

            private void forget(Resting maker) {
                if (maker.lots() == 0) {
                    open.remove(maker.id());
                }
            }
        };
    }

    private List<String> levels(Side side) {
        var levels = new ArrayList<String>();
        for (int i = 0; i < book.depth(side); i++) {
            levels.add(book.ticksAt(side, i) + " x " + book.lotsAt(side, i));
        }
        return levels;
    }
}
