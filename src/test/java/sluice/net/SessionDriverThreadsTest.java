package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.venue.VenueCommand;

/** A driver that several threads bring things to. */
class SessionDriverThreadsTest {

    private static final VenueCommand COMMAND = new VenueCommand.OrderMassStatusRequest(1, Instant.EPOCH, List.of());

    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<Throwable> failures = new ArrayList<>();
    private final Noting session = new Noting();
    private final SessionDriver driver = driver(time);

    @AfterEach
    void nothingIsLeft() {
        transport.assertExhausted();
        assertThat(failures).isEmpty();
    }

    @Test
    void aCommandGivenWhileTheSessionIsBusyReturnsAtOnceAndGoesFirst() throws InterruptedException {
        session.on("start", (text, out) -> out.open(1, "ws://venue"));
        driver.start();
        var link = transport.takeLink();
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        session.on("received 1 snapshot", (text, out) -> {
            entered.countDown();
            await(leave);
        });
        var reader = new Thread(() -> link.says("snapshot"));
        reader.start();
        await(entered);
        link.says("diff");
        driver.command(COMMAND);
        assertThat(session.heard).containsExactly("start", "received 1 snapshot");
        leave.countDown();
        reader.join();
        assertThat(session.heard).containsExactly("start", "received 1 snapshot", "command", "received 1 diff");
    }

    @Test
    void theThreadThatGaveACommandIsNotKeptForWhatOthersBring() throws InterruptedException {
        session.on("start", (text, out) -> out.open(1, "ws://venue"));
        driver.start();
        var link = transport.takeLink();
        session.on("command", (text, out) -> run(() -> link.says("tick")));
        driver.command(COMMAND);
        assertThat(session.heard).containsExactly("start", "command");
        time.advance(Duration.ZERO);
        assertThat(session.heard).containsExactly("start", "command", "received 1 tick");
    }

    @Test
    void aLinkThatOutrunsTheSessionIsClosed() {
        session.on("start", (text, out) -> out.open(1, "ws://venue"));
        driver.start();
        var link = transport.takeLink();
        var big = "x".repeat(16 << 20);
        session.on(
                "received 1 first",
                (text, out) -> run(() -> {
                    for (int i = 0; i < 5; i++) {
                        link.says(big);
                    }
                }));
        link.says("first");
        assertThat(link.isClosed()).isTrue();
        var kinds = session.heard.stream().map(words -> words.substring(0, Math.min(13, words.length())));
        assertThat(kinds)
                .containsExactly(
                        "start",
                        "received 1 fi",
                        "received 1 xx",
                        "received 1 xx",
                        "received 1 xx",
                        "received 1 xx",
                        "closed 1 fram");
    }

    @Test
    void manyThreadsAreHeardOneAtATimeAndNothingIsLost() throws InterruptedException {
        session.on("start", (text, out) -> {
            for (int link = 0; link < 4; link++) {
                out.open(link, "ws://venue");
            }
        });
        var counted = new int[1];
        var done = new CountDownLatch(1);
        Runnable counts = () -> {
            if (++counted[0] == 25_000) {
                done.countDown();
            }
        };
        session.on("received", (text, out) -> counts.run());
        session.on("command", (text, out) -> counts.run());
        var pool = Executors.newSingleThreadScheduledExecutor();
        var real = driver(SessionDriver.Timer.on(pool));
        real.start();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var link = transport.takeLink();
            threads.add(new Thread(() -> times(5_000, () -> link.says("tick"))));
        }
        threads.add(new Thread(() -> times(5_000, () -> real.command(COMMAND))));
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        await(done);
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(counted[0]).isEqualTo(25_000);
        assertThat(failures).isEmpty();
    }

    private SessionDriver driver(SessionDriver.Timer timer) {
        return new SessionDriver(session, transport, time, timer, event -> {}, failures::add);
    }

    private static void times(int count, Runnable task) {
        for (int i = 0; i < count; i++) {
            task.run();
        }
    }

    /** On another thread, and waited for. */
    private static void run(Runnable task) {
        var thread = new Thread(task);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
