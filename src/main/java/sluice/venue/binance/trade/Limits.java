package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.market.Clock;
import sluice.net.HttpOutcome;

final class Limits {
    private final Clock clock;
    private OptionalLong bannedUntil = OptionalLong.empty();

    Limits(TradeSettings.Rules rules, Clock clock) {
        this.clock = clock;
    }

    Optional<String> heldBack(Ask ask, long now) {
        return bannedUntil.isPresent() && now < bannedUntil.getAsLong()
                ? Optional.of("the venue asked to be left alone")
                : Optional.empty();
    }

    void sent(Ask ask, long now) {}

    void answered(Ask ask, HttpOutcome outcome, long now) {
        retryAfter(outcome).ifPresent(wait -> bannedUntil = OptionalLong.of(clock.nanos() + wait.toNanos()));
    }

    Optional<Duration> retryAfter(HttpOutcome outcome) {
        return outcome instanceof HttpOutcome.Reply reply
                ? Optional.ofNullable(reply.headers().get("retry-after"))
                        .map(s -> Duration.ofSeconds(Long.parseLong(s)))
                : Optional.empty();
    }

    long roomAtNanos(Ask ask, long now) {
        return bannedUntil.orElse(now);
    }

    OptionalLong bannedUntilNanos() {
        return bannedUntil;
    }

    long repeatAfterNanos(int attempt) {
        return 100_000_000L * attempt;
    }

    void measured(Outlet outlet, int pending, Duration offset) {}

    OptionalLong nextNanos() {
        return OptionalLong.empty();
    }
}
