package sluice.bench.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;

/**
 * A venue's public side in this process: what it lists, its connections, and tapes played on them. What is private goes
 * to the transport beneath. One thread plays; safe for any other.
 *
 * <p>Texts are put together from parts that are made before, so that what is measured is not the making of them.
 */
final class Stage implements Transport, Words.Market {

    /** Of a book's messages, every so many is a print. */
    private static final int A_PRINT_IN = 10;

    private static final Pattern BASE = Pattern.compile("(BTC|X[0-9]{4})-?USDT", Pattern.CASE_INSENSITIVE);

    private final Words words;
    private final List<Tape> tapes;
    private final List<String> bases;
    private final Transport beneath;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Part> parts = new HashMap<>();
    private final List<Part> playing = new CopyOnWriteArrayList<>();
    private long played;

    /** One instrument's part: on which connection it is played, and how far it got. */
    private static final class Part {

        private final String base;
        private final Tape tape;
        private final List<String[]> frames = new ArrayList<>();
        private Line line = new Line();
        private long update = 1_000_000;
        private long print;
        private int next;

        Part(String base, Tape tape, Words words) {
            this.base = base;
            this.tape = tape;
            for (int i = 0; i < tape.messages().size(); i++) {
                var text = i % A_PRINT_IN == 0
                        ? words.trade(base, UPDATE, SEQUENCE)
                        : words.changes(base, tape.messages().get(i), UPDATE, SEQUENCE);
                frames.add(text.split("(?<=[^0-9])(?=" + UPDATE + "|" + SEQUENCE + ")|(?<=" + UPDATE + "|" + SEQUENCE + ")"));
            }
        }
    }

    /** Stand-ins, and where the numbers of a message go. */
    private static final long UPDATE = 111_222_333_444L;

    private static final long SEQUENCE = 555_666_777_888L;

    /** One connection. */
    private static final class Line {

        private final List<String> bases = new ArrayList<>();
        private LinkListener listener = new Deaf();
        private long sequence;
    }

    Stage(Words words, List<Tape> tapes, List<String> bases, Transport beneath) {
        this.words = words;
        this.tapes = tapes;
        this.bases = bases;
        this.beneath = beneath;
        for (int i = 0; i < bases.size(); i++) {
            parts.put(bases.get(i), new Part(bases.get(i), tapes.get(i % tapes.size()), words));
        }
    }

    /** How many markets are on. */
    int playing() {
        return playing.size();
    }

    /** Plays so many messages, one of each market in turn. */
    void play(int messages) {
        for (int i = 0; i < messages && !playing.isEmpty(); i++) {
            var part = playing.get((int) (played++ % playing.size()));
            int at = part.next++ % part.frames.size();
            var line = part.line;
            synchronized (line) {
                long number = at % A_PRINT_IN == 0 ? ++part.print : ++part.update;
                line.listener.received(text(part.frames.get(at), number, line.sequence++));
            }
        }
    }

    private static String text(String[] frame, long update, long sequence) {
        var text = new StringBuilder(1024);
        for (var piece : frame) {
            if (piece.equals(UPDATE_TEXT)) {
                text.append(update);
            } else if (piece.equals(SEQUENCE_TEXT)) {
                text.append(sequence);
            } else {
                text.append(piece);
            }
        }
        return text.toString();
    }

    private static final String UPDATE_TEXT = String.valueOf(UPDATE);
    private static final String SEQUENCE_TEXT = String.valueOf(SEQUENCE);

    @Override
    public List<Tape.Level> levels(String base) {
        return part(base).tape.snapshot();
    }

    @Override
    public long update(String base) {
        return part(base).update;
    }

    private Part part(String base) {
        return java.util.Objects.requireNonNull(parts.get(base), base);
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        pulse.execute(() -> {
            var reply = call.method().equals("GET") ? words.reply(call.url(), bases, this) : java.util.Optional.<String>empty();
            reply.ifPresentOrElse(
                    body -> outcome.accept(new HttpOutcome.Reply(200, Map.of(), body, Duration.ofMillis(1))),
                    () -> beneath.call(call, outcome));
        });
    }

    @Override
    public void prepare(java.util.function.Supplier<java.util.Optional<sluice.net.HeldCall>> work) {
        beneath.prepare(work);
    }

    @Override
    public Link open(String url, LinkListener listener) {
        if (url.contains("ws-api")) {
            return beneath.open(url, listener);
        }
        var line = new Line();
        line.listener = listener;
        pulse.execute(() -> {
            listener.opened();
            join(line, url);
        });
        return new Link() {
            @Override
            public boolean send(String text) {
                pulse.execute(() -> hear(line, text));
                return true;
            }

            @Override
            public void close() {
                line.listener = new Deaf();
                pulse.execute(() -> listener.closed("closed"));
            }
        };
    }

    private void hear(Line line, String frame) {
        synchronized (line) {
            words.answer(frame, line.bases).ifPresent(line.listener::received);
        }
        if (frame.contains("\"level2\"") || frame.contains("orderbook.")) {
            join(line, frame);
        }
    }

    private void join(Line line, String names) {
        var found = BASE.matcher(names);
        while (found.find()) {
            var part = part(found.group(1).toUpperCase(java.util.Locale.ROOT));
            if (line.bases.contains(part.base)) {
                continue;
            }
            synchronized (line) {
                line.bases.add(part.base);
                words.snapshot(part.base, part.tape.snapshot(), ++part.update, line.sequence)
                        .ifPresent(text -> {
                            line.sequence++;
                            line.listener.received(text);
                        });
                part.line = line;
            }
            playing.remove(part);
            playing.add(part);
        }
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        beneath.close();
    }

    /** Hears nothing. */
    private static final class Deaf implements LinkListener {

        @Override
        public void opened() {}

        @Override
        public void received(String text) {}

        @Override
        public void pinged() {}

        @Override
        public void closed(String reason) {}
    }
}
