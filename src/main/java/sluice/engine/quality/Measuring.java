package sluice.engine.quality;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.journal.Entry;
import sluice.market.Clock;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;
import sluice.quality.QualityBook;

/**
 * Keeps the figures up with the journal, on a thread of its own that the desk never waits for. Safe for any thread.
 *
 * <p>Nothing is read before somebody asks; from then on only what is new. The figures are a fold of what is journaled
 * and of nothing else, so a restart changes none of them.
 */
public final class Measuring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Past past;
    private final Clock clock;
    private final EventCodec codec = new EventCodec(id -> {
        throw new IllegalStateException("only reads");
    });
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Measuring::daemon);
    private final AtomicBoolean renewing = new AtomicBoolean();

    /** The thread's own. */
    private QualityBook book = new QualityBook();

    /** The thread's own: the last entry in the book. */
    private long seq;

    private volatile Quality latest = Quality.NONE;
    private volatile long latestNanos;

    public Measuring(Past past, Clock clock) {
        this.past = past;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "quality");
        thread.setDaemon(true);
        return thread;
    }

    /** What is known to everything that is durable now. Always completed. */
    public CompletableFuture<Quality> answer(Question question) {
        var answer = new CompletableFuture<Quality>();
        try {
            thread.execute(() -> answer.complete(answered(question)));
        } catch (RejectedExecutionException e) {
            answer.complete(Quality.without("the desk has stopped"));
        }
        return answer;
    }

    /** The newest figures of everything, seldom more than a second behind while somebody asks; never waits. */
    public Quality latest() {
        var old = latest == Quality.NONE || clock.nanos() - latestNanos >= EVERY_NANOS;
        if (old && renewing.compareAndSet(false, true)) {
            answer(Question.ALL).thenAccept(quality -> {
                latest = quality;
                latestNanos = clock.nanos();
                renewing.set(false);
            });
        }
        return latest;
    }

    private Quality answered(Question question) {
        try {
            past.after(seq, this::take);
            return book.answer(seq, question);
        } catch (RuntimeException e) {
            LOG.warn("the figures of executions could not be worked out; they begin anew next time", e);
            book = new QualityBook();
            seq = 0;
            return Quality.without(String.valueOf(e.getMessage()));
        }
    }

    private void take(Entry entry) {
        var type = entry.type();
        if (type.startsWith("order.") || type.startsWith("parent.") || type.equals("desk.started")) {
            fold(codec.decode(entry));
        }
        seq = entry.seq();
    }

    private void fold(DeskEvent event) {
        if (event instanceof DeskEvent.OfOrder order) {
            book.apply(order.event());
        } else if (event instanceof DeskEvent.OfParent parent) {
            book.apply(parent.event());
        } else {
            book.restarted();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
