package sluice.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.sim.Exchange;
import sluice.sim.Exchanges;

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
    private Instant before;
    private Duration due = Duration.ZERO;
    private Duration played = Duration.ZERO;
    private boolean begun;
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
        for (long i = 0; i < Math.max(1, lead); i++) {
            replay.position = replay.next.map(Frame::ts).orElse(0L);
            replay.take();
        }
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

    /** The recorded stamp that the play begins at, in nanoseconds since 1970. */
    long position() {
        return position;
    }

    /** Has the play begin at a later stamp. */
    void skipTo(long ts) {
        while (next.filter(frame -> frame.ts() <= ts).isPresent()) {
            take();
        }
        position = ts;
    }

    private void take() {
        next.ifPresent(frame -> dialect.read(frame, exchange));
        next = reader.next();
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
        var passed = now.isAfter(before) ? Duration.between(before, now) : Duration.ZERO;
        before = before.plus(passed);
        begun |= isAttended;
        if (!begun || frozen || next.isEmpty()) {
            exchange.at(exchange.now().plus(passed));
            return false;
        }
        due = speed.isBounded() ? due.plus(speed.after(passed)) : played.plus(STEP);
        var part = due.minus(played).compareTo(STEP) > 0 ? played.plus(STEP) : due;
        exchange.at(exchange.now().plus(part.minus(played)));
        played = part;
        while (next.filter(frame -> frame.ts() - position <= played.toNanos()).isPresent()) {
            take();
        }
        return next.isPresent() && (!speed.isBounded() || played.compareTo(due) < 0);
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
