package sluice.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.engine.Desk;
import sluice.engine.ManualClock;
import sluice.engine.view.View;
import sluice.market.Stamp;
import sluice.shell.ScriptedDesk;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class PulseTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private final ManualClock clock = new ManualClock();

    /** A desk whose published view is old, and that answers a look with a newer one. */
    private Desk publishing(View old, View newer) {
        return (Desk) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Desk.class},
                (proxy, method, arguments) ->
                        method.getName().equals("look") ? CompletableFuture.completedFuture(newer) : old);
    }

    @Test
    void whatADeskAnswersIsShownWhereItPublishesNothing() {
        var old = desk.view();
        var newer = at(new Stamp(old.at().at(), old.at().nanos() + 1));
        try (var pulse = Pulse.start(publishing(old, newer), clock)) {
            while (pulse.view() != newer) {
                Thread.onSpinWait();
            }
            assertThat(pulse.view()).isSameAs(newer);
        }
    }

    @Test
    void aDeskThatIsStuckIsShownAsItWasLastAndGrowsOld() {
        desk.stuck = true;
        try (var pulse = Pulse.start(desk, clock)) {
            var view = pulse.view();
            var now = clock.stamp();
            var begun = pulse.age(view);
            clock.pass(Duration.ofSeconds(3));
            assertThat(pulse.view().seq()).isEqualTo(view.seq());
            assertThat(pulse.age(view).minus(begun)).isEqualTo(Duration.ofSeconds(3));
            assertThat(pulse.age(at(now))).isEqualTo(Duration.ofSeconds(3));
        }
    }

    private View at(Stamp at) {
        var view = desk.view();
        return new View(view.seq(), at, view.orders(), view.venues(), view.risk(), view.alerts(), view.journalFault());
    }

    @Test
    void nothingIsNewerThanNow() {
        try (var pulse = Pulse.start(desk, clock)) {
            var later = new Stamp(clock.now(), clock.nanos() + 1_000_000);
            assertThat(pulse.age(at(later))).isEqualTo(Duration.ZERO);
        }
    }
}
