package sluice.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jline.terminal.Size;
import sluice.report.Failure;
import sluice.shell.Caller;
import sluice.shell.UnusableInputException;

/**
 * The other end as the desk's commands see it: its standard input, its files, its word. Safe for any thread: one reads
 * the socket, another runs the commands.
 */
final class Visitor implements Caller {

    private static final int LONGEST_SCRIPT = 64 << 20;

    private final Greeting greeting;
    private final Outbox outbox;
    private final boolean asksForInput;
    private final BlockingQueue<Frame> input = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame> parts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
    private final Map<Signal, Runnable> actions = new EnumMap<>(Signal.class);
    private Optional<Consumer<Size>> resized = Optional.empty();
    private volatile boolean gone;

    /** @param asksForInput whether standard input comes only as far as it is asked for */
    Visitor(Greeting greeting, Outbox outbox, boolean asksForInput) {
        this.greeting = greeting;
        this.outbox = outbox;
        this.asksForInput = asksForInput;
    }

    /** Takes what came while a task runs. */
    void take(Frame frame) throws MalformedFrameException {
        switch (frame.kind()) {
            case IN -> input.add(frame);
            case PART, CLOSE -> parts.add(frame);
            case ANSWER -> answers.add(frame);
            case INTERRUPT -> hear(Signal.INTERRUPT);
            case SIZE -> resize(frame);
            case HELLO, REFUSED, RUN, BEGUN, OUT, ERR, ALIVE, WANT, OPEN, ASK, END ->
                throw new MalformedFrameException(frame.kind() + " while a task runs");
        }
    }

    private synchronized void resize(Frame frame) throws MalformedFrameException {
        var words = frame.text().split(" ");
        if (!frame.text().matches("[0-9]{1,5} [0-9]{1,5}")) {
            throw new MalformedFrameException("a size that is none");
        }
        resized.ifPresent(to -> to.accept(new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1]))));
    }

    synchronized void onSize(Consumer<Size> action) {
        resized = Optional.of(action);
    }

    /** Nobody is there any more, or soon: whatever waits for them ends. */
    void leave() {
        gone = true;
        var nothing = Frame.of(Frame.Kind.IN);
        input.add(nothing);
        parts.add(Frame.of(Frame.Kind.CLOSE, "its terminal went away"));
        answers.add(Frame.of(Frame.Kind.ANSWER, "n"));
        hear(Signal.HANG_UP);
    }

    /** A run that does not listen for the end of its terminal is interrupted instead. */
    private synchronized void hear(Signal signal) {
        var action = Optional.ofNullable(actions.get(signal));
        action.or(() -> Optional.ofNullable(actions.get(Signal.INTERRUPT))).ifPresent(Runnable::run);
    }

    @Override
    public String via() {
        return greeting.via();
    }

    @Override
    public InputStream in() {
        return new Input();
    }

    @Override
    public String text(Path file) {
        outbox.put(Frame.of(Frame.Kind.OPEN, file.toString()));
        var text = new ByteArrayOutputStream();
        var frame = taken(parts);
        while (frame.kind() == Frame.Kind.PART) {
            text.writeBytes(frame.body());
            if (text.size() > LONGEST_SCRIPT) {
                throw new UnusableInputException(Failure.of("NO_SCRIPT", "cannot read " + file + ": it is too long"));
            }
            frame = taken(parts);
        }
        if (frame.body().length > 0) {
            throw new UnusableInputException(Failure.of("NO_SCRIPT", frame.text()));
        }
        return text.toString(UTF_8);
    }

    @Override
    public boolean confirms(String question) {
        outbox.put(Frame.of(Frame.Kind.ASK, question));
        return taken(answers).text().equals("y");
    }

    /** What is interrupted here gets no, nothing, or the end. */
    private static Frame taken(BlockingQueue<Frame> from) {
        try {
            return from.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Frame.of(Frame.Kind.CLOSE, "interrupted");
        }
    }

    @Override
    public synchronized Listening on(Signal signal, Runnable action) {
        actions.put(signal, action);
        if (gone) {
            action.run();
        }
        return () -> forget(signal);
    }

    private synchronized void forget(Signal signal) {
        actions.remove(signal);
    }

    /** Standard input, as far as it has come. */
    private final class Input extends InputStream {

        private ByteArrayInputStream now = new ByteArrayInputStream(new byte[0]);
        private boolean ended;

        @Override
        public int read() throws InterruptedIOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws InterruptedIOException {
            if (length == 0) {
                return 0;
            }
            var read = readNow(into, from, length);
            while (read < 0 && !ended) {
                more();
                read = readNow(into, from, length);
            }
            return read;
        }

        private int readNow(byte[] into, int from, int length) {
            return now.read(into, from, length);
        }

        private void more() throws InterruptedIOException {
            if (asksForInput) {
                outbox.put(Frame.of(Frame.Kind.WANT));
            }
            try {
                var frame = input.take();
                ended = frame.body().length == 0;
                now = new ByteArrayInputStream(frame.body());
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted while waiting for input");
            }
        }
    }
}
