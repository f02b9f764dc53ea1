package sluice.net.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Clock;
import sluice.market.Stamp;
import sluice.net.BadFrames;
import sluice.net.HttpOutcome;
import sluice.net.Session.Out;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.gate.Notice;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Shutout;
import sluice.net.limit.Throttle;
import sluice.net.limit.Verdict;
import sluice.net.text.Flaw;
import sluice.venue.BadFrame;
import sluice.venue.FeedState;

/**
 * Public calls within the venue's limits, and what their outcomes are worth. Asks nothing twice by itself: what a call
 * was for may be over by then. Confined to its session.
 */
final class PublicRest {

    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final Dialect dialect;
    private final Clock clock;
    private final Shutout shutout;
    private final BadFrames bad;
    private final Throttle throttle;
    private final Map<Long, Ask> out = new HashMap<>();
    private long freeNanos;
    private long calls;

    PublicRest(Dialect dialect, List<Limit> limits, Clock clock, Shutout shutout, BadFrames bad) {
        this.bad = bad;
        this.shutout = shutout;
        this.dialect = dialect;
        this.clock = clock;
        throttle = new Throttle(limits, Throttle.Settings.STANDARD);
        freeNanos = clock.nanos();
    }

    /** What an outcome amounts to; without an answer, why, and where a feed stands that waits for a better one. */
    record Result(Optional<String> body, FeedState state, String why) {}

    /** Answers the number of the call, or nothing when it may not leave before {@link #freeNanos}. */
    Optional<Long> call(Ask ask, Out to) {
        var now = clock.stamp();
        heed(now);
        var verdict = throttle.ask(Lane.QUERY, ask.cost(), now, Duration.ZERO);
        if (verdict instanceof Verdict.Go) {
            calls++;
            out.put(calls, ask);
            to.call(calls, ask.encode().apply(now.at().toEpochMilli()));
            return Optional.of(calls);
        }
        freeNanos = verdict instanceof Verdict.WaitUntil wait ? wait.nanos() : now.nanos() + UNSAID.toNanos();
        return Optional.empty();
    }

    /** When to ask again after a call was not let out. */
    long freeNanos() {
        return freeNanos;
    }

    /** Reads an outcome, which may have told us to stay away for a while. */
    Result result(long call, HttpOutcome outcome) {
        var ask = Optional.ofNullable(out.remove(call)).orElseThrow();
        if (outcome instanceof HttpOutcome.Failure failure) {
            return new Result(Optional.empty(), FeedState.BACKING_OFF, failure.cause());
        }
        if (outcome instanceof HttpOutcome.Reply reply) {
            var heard = dialect.hear(ask, reply);
            var pause = heed(heard.notice(), reply.took());
            if (heard.answer() instanceof Answer.Raw raw) {
                return new Result(Optional.of(raw.body()), FeedState.LIVE, "");
            }
            if (Flaw.of(reply.body()) == BadFrame.NOT_JSON && !reply.body().isEmpty()) {
                bad.count(Optional.empty(), BadFrame.NOT_JSON, heard.answer().why());
            }
            var state = heard.notice().ban().isPresent() ? FeedState.BANNED : FeedState.BACKING_OFF;
            return new Result(Optional.empty(), state, heard.answer().why() + pause);
        }
        throw new AssertionError(outcome);
    }

    private String heed(Notice notice, Duration took) {
        var now = clock.stamp();
        for (var used : notice.used()) {
            throttle.observe(used.limit(), used.count(), took, now, Duration.ZERO);
        }
        notice.ban().ifPresent(ban -> shutout.ban(ban, now.nanos()));
        notice.pause().ifPresent(wait -> shutout.pause(wait, now.nanos()));
        var pause = notice.ban().or(notice::pause);
        pause.ifPresent(wait -> throttle.penalise(wait, now));
        return pause.map(wait -> ", no calls for " + wait.toSeconds() + " s").orElse("");
    }

    /** Takes over what the venue's other session was told, whose cancels go first. */
    private void heed(Stamp now) {
        shutout.wait(Lane.QUERY, now.nanos()).ifPresent(wait -> throttle.penalise(wait, now));
    }
}
