package sluice.net.reads;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Transport;

/**
 * Reads that are tried again when they fail, and waited for. Safe for any thread, but of a transport.
 *
 * <p>It takes no {@link HttpCall}: what it is given can only become a GET, so no order gets in here.
 */
public final class IdempotentReads {

    private final Transport transport;
    private final RetryPolicy<HttpOutcome> policy;

    public IdempotentReads(Transport transport, int tries, Duration firstDelay) {
        this.transport = transport;
        this.policy = RetryPolicy.<HttpOutcome>builder()
                .handleResultIf(IdempotentReads::mayPass)
                .abortIf(outcome -> Thread.currentThread().isInterrupted())
                .withMaxAttempts(tries)
                .withBackoff(firstDelay.toNanos(), firstDelay.toNanos() * 40, ChronoUnit.NANOS)
                .withJitter(0.5)
                .build();
    }

    /** Something to be read. Immutable. */
    public record Read(String url, Map<String, String> headers, Duration deadline) {

        public Read {
            headers = Map.copyOf(headers);
        }
    }

    /** @param tries how often it was asked for */
    public record Result(HttpOutcome outcome, int tries) {}

    /** The first reply that is no server's error, or else how the last try ended. */
    public Result get(Read read) {
        var tries = new int[1];
        var outcome = Failsafe.with(policy).get(() -> {
            tries[0]++;
            return once(read);
        });
        return new Result(outcome, tries[0]);
    }

    /** A limit is no failure to try again after: asking on earns a ban. */
    private static boolean mayPass(HttpOutcome outcome) {
        return !(outcome instanceof HttpOutcome.Reply reply) || reply.status() >= 500;
    }

    private HttpOutcome once(Read read) {
        var outcome = new CompletableFuture<HttpOutcome>();
        transport.call(HttpCall.get(read.url(), read.headers(), read.deadline()), outcome::complete);
        try {
            return outcome.get(read.deadline().toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new HttpOutcome.Failure(true, "interrupted", read.deadline());
        } catch (TimeoutException | ExecutionException late) {
            return new HttpOutcome.Failure(true, "no outcome", read.deadline());
        }
    }
}
