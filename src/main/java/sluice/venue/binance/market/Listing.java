package sluice.venue.binance.market;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.net.limit.Backoff;
import sluice.venue.binance.market.wire.InstrumentWire;

/** What the venue lists, read at the start and again from time to time. Confined to its session. */
final class Listing {

    /** Of {@code GET /api/v3/exchangeInfo}. */
    static final int WEIGHT = 20;

    private final InstrumentWire wire;
    private final Backoff backoff;
    private final long every;
    private List<Instrument> instruments = List.of();
    private long call;
    private boolean isAsked;
    private long dueNanos;

    Listing(MarketSettings settings, SplittableRandom random) {
        wire = new InstrumentWire(settings.venue());
        backoff = new Backoff(settings.backoff(), random);
        every = settings.pace().relisting().toNanos();
    }

    void start(long now) {
        dueNanos = now;
    }

    boolean isDue(long now) {
        return !isAsked && now - dueNanos >= 0;
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

    /** The instruments, when they are others than before; throws when the body does not list them. */
    Optional<List<Instrument>> answered(String exchangeInfo, long now) {
        var fresh = wire.read(exchangeInfo);
        isAsked = false;
        backoff.connected(now);
        dueNanos = now + every;
        if (fresh.equals(instruments)) {
            return Optional.empty();
        }
        instruments = fresh;
        return Optional.of(fresh);
    }

    /** It did not work; again, but later. */
    void again(long now) {
        isAsked = false;
        dueNanos = backoff.next(now);
    }

    Optional<Instrument> find(Symbol symbol) {
        return instruments.stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst();
    }
}
