package sluice.net.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import sluice.net.Session.Out;
import sluice.net.feed.book.FrameReader;

/** One connection of a line, and the frames that still have to go out on it. Confined to its session. */
final class Carrier {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int link;
    private final FrameReader reader;
    private final int framesPerSecond;
    private final Deque<String> unsent = new ArrayDeque<>();
    private final Deque<Long> sentNanos = new ArrayDeque<>();
    private final long bornNanos;
    private boolean open;
    private boolean ending;
    private long openedNanos;
    private long heardNanos;
    private long talkedNanos;

    Carrier(int link, FrameReader reader, int framesPerSecond, long now) {
        this.link = link;
        this.reader = reader;
        this.framesPerSecond = framesPerSecond;
        bornNanos = now;
    }

    int link() {
        return link;
    }

    FrameReader reader() {
        return reader;
    }

    boolean isOpen() {
        return open;
    }

    /** The venue said that it will end. */
    boolean isEnding() {
        return ending;
    }

    void ending() {
        ending = true;
    }

    void opened(long now) {
        open = true;
        openedNanos = now;
        heardNanos = now;
        talkedNanos = now;
    }

    void heard(long now) {
        heardNanos = now;
    }

    long bornNanos() {
        return bornNanos;
    }

    long openedNanos() {
        return openedNanos;
    }

    long heardNanos() {
        return heardNanos;
    }

    /** When we last had something to say on it. */
    long talkedNanos() {
        return talkedNanos;
    }

    /** Sends this as soon as the venue's limit on frames allows. */
    void say(String frame, long now, Out out) {
        unsent.add(frame);
        talkedNanos = now;
        pump(now, out);
    }

    void pump(long now, Out out) {
        while (!sentNanos.isEmpty() && now - sentNanos.getFirst() >= SECOND) {
            sentNanos.removeFirst();
        }
        while (!unsent.isEmpty() && sentNanos.size() < framesPerSecond) {
            out.send(link, unsent.removeFirst());
            sentNanos.addLast(now);
        }
    }

    /** When the next frame may go out. */
    long dueNanos() {
        return unsent.isEmpty() || sentNanos.isEmpty() ? Long.MAX_VALUE : sentNanos.getFirst() + SECOND;
    }
}
