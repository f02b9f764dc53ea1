package sluice.net.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.net.gate.Ask;
import sluice.net.limit.Backoff;

/** What the venue lists, read page by page at the start and again from time to time. Confined to its session. */
final class Listed {

    /** However often somebody finds that the list may be old, it is read again no sooner than this. */
    private static final long SOONEST = Duration.ofSeconds(5).toNanos();

    private final MarketDialect dialect;
    private final Backoff backoff;
    private final long every;
    private final long soonest;
    private List<Instrument> instruments = List.of();
    private List<Instrument> pages = new ArrayList<>();
    private Ask next;
    private long call;
    private boolean isAsked;
    private long dueNanos;
    private long againNanos;
    private boolean isDoubted;

    Listed(MarketDialect dialect, MarketSettings settings, SplittableRandom random) {
        this.dialect = dialect;
        next = dialect.listing();
        backoff = new Backoff(settings.backoff(), random);
        every = settings.pace().relisting().toNanos();
        soonest = Math.min(every, SOONEST);
    }

    void start(long now) {
        dueNanos = now;
        againNanos = now;
    }

    boolean isDue(long now) {
        return !isAsked && now - dueNanos >= 0;
    }

    /** What to ask for next. */
    Ask next() {
        return next;
    }

    /** When it is to be asked for again; not while a call is out. */
    long dueNanos() {
        return isAsked ? Long.MAX_VALUE : dueNanos;
    }

    void asked(long asCall) {
        call = asCall;
        isAsked = true;
    }

    boolean isAsked(long asCall) {
        return isAsked && call == asCall;
    }

    /** All instruments, with the last page and when they are others than before; throws when the body is no page. */
    Optional<List<Instrument>> answered(String body, long now) {
        var page = dialect.page(body);
        isAsked = false;
        backoff.connected(now);
        pages.addAll(page.instruments());
        if (page.next().isPresent()) {
            next = page.next().orElseThrow();
            dueNanos = now;
            return Optional.empty();
        }
        var fresh = begin();
        dueNanos = now + every;
        if (isDoubted) {
            doubt(now);
        }
        if (fresh.equals(instruments)) {
            return Optional.empty();
        }
        instruments = fresh;
        return Optional.of(fresh);
    }

    /** What was read may be old: reads it again at once, or as soon as that is no longer too often. */
    void doubt(long now) {
        isDoubted = isAsked;
        long at = Math.max(now, againNanos);
        if (!isAsked && at < dueNanos) {
            dueNanos = at;
            againNanos = at + soonest;
        }
    }

    /** It did not work; again from the first page, but later. */
    void again(long now) {
        begin();
        isAsked = false;
        dueNanos = backoff.next(now);
    }

    boolean isRead() {
        return !instruments.isEmpty();
    }

    Optional<Instrument> find(Symbol symbol) {
        return instruments.stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst();
    }

    private List<Instrument> begin() {
        var read = pages;
        pages = new ArrayList<>();
        next = dialect.listing();
        return List.copyOf(read);
    }
}
