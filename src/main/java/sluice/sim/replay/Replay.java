package sluice.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.sim.Exchange;
import sluice.sim.Exchanges;
import sluice.sim.Listing;

/**
 * A recording of one venue, played by its stamps from the moment somebody listens.
 *
 * <p>What is played happens now: the recorded stamps only say how long after the beginning. Books that begin within the
 * first seconds stand from the start, as they would at a venue. At the end everything stays as it is. Confined to the
 * simulator's thread.
 */
public final class Replay implements Exchanges {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration LEAD = Duration.ofSeconds(10);

    private final ReplayExchange exchange;
    private final Frames.Reader reader;
    private final Dialect dialect;
    private final Speed speed;
    private Optional<Frame> next;
    private long position;
    private Instant heardSince = Instant.MAX;
    private Instant before;
    private Duration played = Duration.ZERO;
    private boolean frozen;

    private Replay(ReplayExchange exchange, Frames.Reader reader, Dialect dialect, Speed speed) {
        this.exchange = exchange;
        this.reader = reader;
        this.dialect = dialect;
        this.speed = speed;
        this.next = reader.next();
        this.before = exchange.now();
    }

    /**
     * Opens the recording for its first listener; throws {@link UnreadableRecordingException} when nothing of the venue
     * is in it.
     */
    public static Replay open(String venue, Frames frames, Speed speed, Instant now) {
        var survey = new Survey();
        var lead = lead(frames, dialect(venue), survey);
        if (survey.begun() == 0) {
            throw new UnreadableRecordingException("The recording has no book of " + venue + " in it.");
        }
        var replay = new Replay(new ReplayExchange(venue, survey, now), frames.open(), dialect(venue), speed);
        for (long i = 0; i < lead; i++) {
            replay.take();
        }
        replay.position = replay.next.map(Frame::ts).orElse(0L);
        return replay;
    }

    private static Dialect dialect(String venue) {
        return Dialect.of(venue)
                .orElseThrow(() -> new UnreadableRecordingException("Recordings of " + venue + " cannot be played."));
    }

    /** Reads it all once; how many frames it takes until the books that begin at the beginning have begun. */
    private static long lead(Frames frames, Dialect dialect, Survey survey) {
        try (var reader = frames.open()) {
            long count = 0;
            long lead = 0;
            long end = Long.MAX_VALUE;
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                var begun = survey.begun();
                dialect.read(frame.get(), survey);
                count++;
                end = Math.min(end, frame.get().ts() + LEAD.toNanos());
                lead = survey.begun() > begun && frame.get().ts() <= end ? count : lead;
            }
            return lead;
        }
    }

    private void take() {
        next.ifPresent(frame -> dialect.read(frame, exchange));
        next = reader.next();
    }

    public List<Listing> listings() {
        return exchange.listings();
    }

    @Override
    public List<String> venues() {
        return List.of(exchange.venue());
    }

    @Override
    public Exchange exchange(String venue) {
        if (!venue.equals(exchange.venue())) {
            throw new IllegalArgumentException("There is no recording of " + venue + ".");
        }
        return exchange;
    }

    @Override
    public boolean play(Instant now, boolean isAttended) {
        if (heardSince.equals(Instant.MAX) && isAttended) {
            heardSince = now;
        }
        if (heardSince.equals(Instant.MAX) || frozen || next.isEmpty()) {
            heardSince = frozen && isHeard() ? heardSince.plus(Duration.between(before, now)) : heardSince;
            stand(now);
            return false;
        }
        before = now;
        var due = speed.isBounded() ? speed.after(Duration.between(heardSince, now)) : played.plus(STEP);
        var part = due.minus(played).compareTo(STEP) > 0 ? played.plus(STEP) : due;
        exchange.at(later(speed.equals(Speed.REAL) && part.equals(due) ? now : heardSince.plus(part)));
        while (next.filter(frame -> frame.ts() - position <= part.toNanos()).isPresent()) {
            take();
        }
        played = part;
        return next.isPresent() && (!speed.isBounded() || part.compareTo(due) < 0);
    }

    private boolean isHeard() {
        return !heardSince.equals(Instant.MAX);
    }

    private void stand(Instant now) {
        exchange.at(later(exchange.now().plus(Duration.between(before, now))));
        before = now;
    }

    /** The venue's clock never goes back. */
    private Instant later(Instant moment) {
        return moment.isAfter(exchange.now()) ? moment : exchange.now();
    }

    @Override
    public boolean isWorking() {
        return false;
    }

    @Override
    public void freeze(boolean isFrozen) {
        frozen = isFrozen;
    }

    @Override
    public void close() {
        reader.close();
    }
}
