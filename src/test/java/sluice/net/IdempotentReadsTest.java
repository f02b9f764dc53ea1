package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.net.reads.IdempotentReads;

class IdempotentReadsTest {

    private static final HttpOutcome CUT = new HttpOutcome.Failure(true, "cut", Duration.ofMillis(4));

    private final Answering transport = new Answering();
    private final IdempotentReads reads = new IdempotentReads(transport, 3, Duration.ofMillis(1));

    @AfterEach
    void forgetTheInterrupt() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aReadThatFailsIsTriedAgain() {
        transport.answers(CUT, reply(503), reply(200));
        assertThat(get()).isEqualTo(new IdempotentReads.Result(reply(200), 3));
        assertThat(transport.asked).containsExactly("GET http://v/time", "GET http://v/time", "GET http://v/time");
    }

    @Test
    void theLastFailureIsTheResult() {
        transport.answers(reply(500), reply(502), CUT);
        assertThat(get()).isEqualTo(new IdempotentReads.Result(CUT, 3));
    }

    @Test
    void aRefusalIsNotAskedForTwice() {
        transport.answers(reply(429));
        assertThat(get()).isEqualTo(new IdempotentReads.Result(reply(429), 1));
    }

    @Test
    void aLimitIsWaitedOutWhereThatIsWanted() {
        transport.answers(reply(429), reply(200));
        assertThat(heeding()).isEqualTo(new IdempotentReads.Result(reply(200), 2));
    }

    @Test
    void aLimitThatStaysIsTheResult() {
        transport.answers(reply(429), reply(429), reply(429), reply(200));
        assertThat(heeding()).isEqualTo(new IdempotentReads.Result(reply(429), 3));
    }

    @Test
    void aLimitOfAMinuteIsNotWaitedOut() {
        var minute = new HttpOutcome.Reply(429, Map.of("retry-after", "60"), "{}", Duration.ofMillis(3));
        transport.answers(minute, reply(200));
        assertThat(heeding()).isEqualTo(new IdempotentReads.Result(minute, 1));
    }

    private IdempotentReads.Result heeding() {
        return reads.heedingLimits(Duration.ofMillis(1))
                .get(new IdempotentReads.Read("http://v/time", Map.of(), Duration.ofSeconds(1)));
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThat(get().tries()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    private IdempotentReads.Result get() {
        return reads.get(new IdempotentReads.Read("http://v/time", Map.of(), Duration.ofSeconds(1)));
    }

    private static HttpOutcome reply(int status) {
        return new HttpOutcome.Reply(status, Map.of(), "{}", Duration.ofMillis(3));
    }

    /** Answers at once with what it was given, and not at all when that is used up. */
    private static final class Answering implements Transport {

        private final Deque<HttpOutcome> outcomes = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        void answers(HttpOutcome... next) {
            outcomes.addAll(List.of(next));
        }

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            asked.add(call.method() + " " + call.url());
            if (!outcomes.isEmpty()) {
                outcome.accept(outcomes.remove());
            }
        }

        @Override
        public Link open(String url, LinkListener listener) {
            throw new UnsupportedOperationException("reads open no link");
        }

        @Override
        public void close() {
            outcomes.clear();
        }
    }
}
