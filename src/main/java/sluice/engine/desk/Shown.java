package sluice.engine.desk;

import java.util.stream.LongStream;
import sluice.engine.view.View;
import sluice.market.Clock;

/**
 * What is shown of the desk: its view, made anew at most ten times a second, and sooner after something was journaled,
 * since somebody waits to see that. The view may be read on any thread; all else is confined to the desk's.
 */
final class Shown {

    private static final long EVERY_NANOS = 100_000_000;

    /** After news; a burst of them is not to be slowed by pictures of it. */
    private static final long NEWS_NANOS = 20_000_000;

    private final DeskCore core;
    private final Clock clock;
    private volatile View view;
    private long atNanos;
    private boolean stale;

    Shown(DeskCore core, Clock clock) {
        this.core = core;
        this.clock = clock;
        this.view = core.view();
    }

    View view() {
        return view;
    }

    /** Something has come, so that the view may not be true any more. */
    void age() {
        stale = true;
    }

    /** Makes it anew if it is time. */
    void refresh() {
        var now = clock.nanos();
        if (stale && now - atNanos >= pause()) {
            atNanos = now;
            stale = false;
            view = core.view();
        }
    }

    /** When it is time; empty while it is true. */
    LongStream due() {
        return stale ? LongStream.of(atNanos + pause()) : LongStream.empty();
    }

    private long pause() {
        return core.seq() == view.seq() ? EVERY_NANOS : NEWS_NANOS;
    }
}
