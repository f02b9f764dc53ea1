package sluice.net.reads;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Transport;

/**
 * Reads that are tried again when they fail, and waited for. Safe for any thread, but of a transport.
 *
 * <p>It takes no {@link HttpCall}: what it is given can only become a GET, so no order gets in here.
 */
public final class IdempotentReads {

    private static final int LIMITED = 429;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Transport transport;
    private final List<RetryPolicy<HttpOutcome>> policies;

    public IdempotentReads(Transport transport, int tries, Duration firstDelay) {
        this(
                transport,
                List.of(RetryPolicy.<HttpOutcome>builder()
                        .handleResultIf(IdempotentReads::mayPass)
                        .abortIf(outcome -> Thread.currentThread().isInterrupted())
                        .withMaxAttempts(tries)
                        .withBackoff(firstDelay.toNanos(), firstDelay.toNanos() * 40, ChronoUnit.NANOS)
                        .withJitter(0.5)
                        .build()));
    }

    private IdempotentReads(Transport transport, List<RetryPolicy<HttpOutcome>> policies) {
        this.transport = transport;
        this.policies = policies;
    }

    /** Two tries in all, and no longer wait at a limit than one of so many a second asks for. */
    public static IdempotentReads brief(Transport transport) {
        return new IdempotentReads(transport, 2, Duration.ofMillis(200)).heedingLimits(Duration.ofSeconds(1));
    }

    /**
     * The same where a limit is waited out, up to twice: for as long as the venue says if that is soon, and where it
     * does not say, for that long.
     */
    public IdempotentReads heedingLimits(Duration unsaid) {
        var limits = RetryPolicy.<HttpOutcome>builder()
                .handleResultIf(
                        outcome -> isLimited(outcome) && wait(outcome, unsaid).compareTo(LONGEST) <= 0)
                .abortIf(outcome -> Thread.currentThread().isInterrupted())
                .withMaxAttempts(3)
                .withDelayFn(attempt -> wait(attempt.getLastResult(), unsaid))
                .build();
        return new IdempotentReads(
                transport, Stream.concat(Stream.of(limits), policies.stream()).toList());
    }

    private static boolean isLimited(HttpOutcome outcome) {
        return outcome instanceof HttpOutcome.Reply reply && reply.status() == LIMITED;
    }

    private static Duration wait(HttpOutcome outcome, Duration unsaid) {
        return ((HttpOutcome.Reply) outcome).retryAfter().orElse(unsaid);
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
        var outcome = Failsafe.with(policies).get(() -> {
            tries[0]++;
            return once(read);
        });
        return new Result(outcome, tries[0]);
    }

    /** A limit is no failure to try again after at once: asking on earns a ban. */
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
