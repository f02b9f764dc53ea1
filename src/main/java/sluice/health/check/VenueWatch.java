package sluice.health.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.health.change.Change;
import sluice.health.change.ChangeDetector;
import sluice.health.change.Rule;
import sluice.health.check.VenueSample.FeedSample;
import sluice.market.VenueId;
import sluice.venue.Feed;
import sluice.venue.LinkHealth;

/** What is known of one venue's health. Confined to one thread. */
final class VenueWatch {

    private static final int FEWEST = 20;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double NANOS_PER_TENTH = 1e5;

    private final VenueId venue;
    private final Limits limits;
    private final Recent latencies = new Recent();
    private final Recent errors = new Recent();
    private final Recent inTime = new Recent();
    private final Recent trips = new Recent();
    private final ChangeDetector trip = new ChangeDetector(Rule.LATENCY);
    private final ChangeDetector latency = new ChangeDetector(Rule.ORDER_LATENCY);
    private final ChangeDetector failed = new ChangeDetector(Rule.SHARE);
    private final ChangeDetector fade = new ChangeDetector(Rule.SHARE);
    private final ArrayDeque<Instant> drops = new ArrayDeque<>();
    private long questions;
    private Optional<Integer> dropsBefore = Optional.empty();

    VenueWatch(VenueId venue, Limits limits) {
        this.venue = venue;
        this.limits = limits;
    }

    void heard(OrderSamples.Sample sample) {
        var at = sample.at().at();
        if (sample instanceof OrderSamples.Sample.Answered answered) {
            latencies.add(answered.took().toNanos(), at);
            latency.add(Math.log(Math.max(1, answered.took().toNanos())), at);
            errors.add(answered.failed() ? 1 : 0, at);
            failed.add(answered.failed() ? 1 : 0, at);
        } else if (sample instanceof OrderSamples.Sample.Took took) {
            var soon = took.whole()
                    .filter(in -> in.compareTo(limits.orders().fillIn()) <= 0)
                    .isPresent();
            inTime.add(soon ? 1 : 0, at);
            fade.add(took.missed(), at);
        } else {
            throw new AssertionError(sample);
        }
    }

    List<Check> checks(VenueSample sample, Instant now) {
        List.of(trips, latencies, errors, inTime).forEach(recent -> recent.forget(now));
        count(sample, now);
        sample.link().ifPresent(link -> asked(link.questions(), now));
        var checks = new ArrayList<Check>();
        checks.add(orderLatency(now));
        checks.add(roundTrip(now));
        checks.add(fillRate(now));
        checks.add(errorRate(now));
        checks.add(books(sample, now));
        checks.add(privateStream(sample, now));
        checks.add(reconnects(now));
        checks.add(link(sample, now));
        checks.add(clock(sample, now));
        return checks;
    }

    private Check check(Measure measure, Level level, String value, String text, Instant now) {
        return new Check(measure, Optional.of(venue), level, value, text, now);
    }

    private Check orderLatency(Instant now) {
        var change = latency.judge(now);
        if (latencies.count() == 0) {
            return check(Measure.ORDER_LATENCY, Level.UNKNOWN, "", "no order in five minutes", now);
        }
        var p99 = latencies.p99();
        var value = "p99 " + millis(p99) + " of " + latencies.count();
        if (p99 > limits.orders().latency().toNanos()) {
            var most = millis(limits.orders().latency().toNanos());
            return check(Measure.ORDER_LATENCY, Level.BAD, value, "above " + most, now);
        }
        return check(Measure.ORDER_LATENCY, change.worse() ? Level.WARN : Level.OK, value, worse(change), now);
    }

    private void asked(LinkHealth.Questions told, Instant now) {
        for (var took : told.since(told.count() < questions ? 0 : questions)) {
            trips.add(took.toNanos(), now);
            trip.add(Math.log(Math.max(1, took.toNanos())), now);
        }
        questions = told.count();
    }

    private Check roundTrip(Instant now) {
        var change = trip.judge(now);
        if (trips.count() == 0) {
            return check(Measure.ROUND_TRIP, Level.UNKNOWN, "", "nothing was asked in five minutes", now);
        }
        var value = "p99 " + millis(trips.p99()) + " of " + trips.count();
        return check(Measure.ROUND_TRIP, change.worse() ? Level.WARN : Level.OK, value, worse(change), now);
    }

    private static String worse(Change change) {
        return change.worse()
                ? "usually %s, now %s".formatted(millis(Math.exp(change.usual())), millis(Math.exp(change.now())))
                : "";
    }

    private static String millis(double nanos) {
        return Math.round(nanos / NANOS_PER_TENTH) / 10.0 + " ms";
    }

    private Check fillRate(Instant now) {
        var change = fade.judge(now);
        if (isTooFew(inTime, change)) {
            return tooFew(Measure.FILL_RATE, inTime.count(), now);
        }
        var pct = inTime.mean() * 100;
        var value = pct(pct) + " of " + inTime.count() + " within "
                + limits.orders().fillIn().toSeconds() + " s";
        if (inTime.count() >= FEWEST && pct < limits.orders().fillPct()) {
            return check(
                    Measure.FILL_RATE,
                    Level.BAD,
                    value,
                    "below " + pct(limits.orders().fillPct()),
                    now);
        }
        return check(Measure.FILL_RATE, change.worse() ? Level.WARN : Level.OK, value, more("missed", change), now);
    }

    /** Too few for a share of them; a change may have been seen before, by what came over a longer time. */
    private static boolean isTooFew(Recent recent, Change change) {
        return recent.count() == 0 || recent.count() < FEWEST && !change.worse();
    }

    private Check tooFew(Measure measure, int count, Instant now) {
        return check(
                measure,
                Level.UNKNOWN,
                "",
                (count == 1 ? "1 order" : count + " orders") + " in five minutes: too few to say",
                now);
    }

    private static String more(String what, Change change) {
        return change.worse()
                ? "usually %s %s, now %s".formatted(pct(change.usual() * 100), what, pct(change.now() * 100))
                : "";
    }

    private static String pct(double pct) {
        return Math.round(pct * 10) / 10.0 + "%";
    }

    private Check errorRate(Instant now) {
        var change = failed.judge(now);
        if (isTooFew(errors, change)) {
            return tooFew(Measure.ERROR_RATE, errors.count(), now);
        }
        var pct = errors.mean() * 100;
        var value = pct(pct) + " of " + errors.count();
        if (errors.count() >= FEWEST && pct > limits.orders().errorPct()) {
            return check(
                    Measure.ERROR_RATE,
                    Level.BAD,
                    value,
                    "above " + pct(limits.orders().errorPct()),
                    now);
        }
        return check(Measure.ERROR_RATE, change.worse() ? Level.WARN : Level.OK, value, more("failed", change), now);
    }

    private Check books(VenueSample sample, Instant now) {
        var feeds = sample.feeds().stream()
                .filter(each -> each.feed().kind() == Feed.Kind.BOOK)
                .toList();
        if (feeds.isEmpty()) {
            return check(Measure.BOOKS, Level.UNKNOWN, "", "there is no book", now);
        }
        var down = feeds.stream().filter(each -> !each.isLive()).toList();
        var value = feeds.size() - down.size() + " of " + feeds.size() + " live"
                + sample.bookAge()
                        .map(age -> ", oldest " + age.toMillis() + " ms")
                        .orElse("");
        if (!down.isEmpty()) {
            var text = down.get(0).feed() + " is " + down.get(0).state();
            return check(Measure.BOOKS, isLong(down) ? Level.BAD : Level.UNKNOWN, value, text, now);
        }
        var old = sample.bookAge().filter(age -> age.compareTo(limits.links().bookAge()) > 0);
        return check(
                Measure.BOOKS,
                old.isPresent() ? Level.WARN : Level.OK,
                value,
                old.map(age -> "older than " + limits.links().bookAge().toMillis() + " ms")
                        .orElse(""),
                now);
    }

    private boolean isLong(List<FeedSample> down) {
        return down.stream()
                .anyMatch(each -> each.age().compareTo(limits.links().down()) > 0);
    }

    private Check privateStream(VenueSample sample, Instant now) {
        var feeds = sample.feeds().stream()
                .filter(each -> each.feed().equals(Feed.PRIVATE))
                .toList();
        if (feeds.isEmpty()) {
            return check(Measure.PRIVATE_STREAM, Level.UNKNOWN, "", "nothing was heard of it yet", now);
        }
        var feed = feeds.get(0);
        if (feed.isLive()) {
            return check(Measure.PRIVATE_STREAM, Level.OK, "LIVE", "", now);
        }
        var text = "fills come late or not at all";
        return check(
                Measure.PRIVATE_STREAM,
                isLong(feeds) ? Level.BAD : Level.UNKNOWN,
                feed.state().name(),
                text,
                now);
    }

    private void count(VenueSample sample, Instant now) {
        var all = sample.feeds().stream().mapToInt(FeedSample::drops).sum();
        for (int i = dropsBefore.orElse(all); i < all; i++) {
            drops.add(now);
        }
        dropsBefore = Optional.of(all);
        while (!drops.isEmpty() && drops.peek().plus(HOUR).isBefore(now)) {
            drops.remove();
        }
    }

    private Check reconnects(Instant now) {
        var tooMany = drops.size() > limits.links().reconnects();
        return check(
                Measure.RECONNECTS,
                tooMany ? Level.WARN : Level.OK,
                String.valueOf(drops.size()),
                tooMany ? "more than " + limits.links().reconnects() : "",
                now);
    }

    private Check link(VenueSample sample, Instant now) {
        if (sample.link().isEmpty()) {
            return check(Measure.LINK, Level.UNKNOWN, "", "not measured yet", now);
        }
        var link = sample.link().get();
        var ban = link.bannedUntil().filter(now::isBefore);
        if (ban.isPresent()) {
            return check(Measure.LINK, Level.BAD, "banned", "until " + ban.get().truncatedTo(ChronoUnit.SECONDS), now);
        }
        var open = link.breaker().isOpen();
        var why = open ? link.breaker().words() : "";
        return check(
                Measure.LINK,
                open ? Level.BAD : Level.OK,
                "breaker " + link.breaker().state(),
                why,
                now);
    }

    private Check clock(VenueSample sample, Instant now) {
        var offset = sample.link().flatMap(LinkHealth::clockOffset);
        if (offset.isEmpty()) {
            return check(Measure.CLOCK, Level.UNKNOWN, "", "not measured yet", now);
        }
        var far = offset.get().abs().compareTo(limits.links().clock()) > 0;
        return check(
                Measure.CLOCK,
                far ? Level.WARN : Level.OK,
                offset.get().toMillis() + " ms",
                far ? "more than " + limits.links().clock().toMillis() + " ms" : "",
                now);
    }
}
