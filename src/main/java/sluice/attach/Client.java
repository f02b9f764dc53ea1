package sluice.attach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import sluice.shell.UnusableInputException;

/**
 * A command that runs in the desk, seen from its terminal: shows what it says, and hands in what it wants. Safe for any
 * thread.
 *
 * <p>Whatever waits for a person waits on a thread of its own, so that the desk's silence is noticed all the same.
 */
final class Client implements Attachment.Ear {

    private static final int PIECE = 1 << 16;

    private final Consumer<Frame> say;
    private final Ends ends;
    private volatile boolean interrupted;
    private volatile boolean tired;

    Client(Consumer<Frame> say, Ends ends) {
        this.say = say;
        this.ends = ends;
    }

    @Override
    public void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case OUT -> {
                ends.out().write(frame.body());
                ends.out().flush();
            }
            case ERR -> {
                ends.err().write(frame.body());
                ends.err().flush();
            }
            case WANT -> aside(this::input);
            case OPEN -> aside(() -> file(Path.of(frame.text())));
            case ASK -> aside(() -> ask(frame.text()));
            case BEGUN, ALIVE -> {}
            case HELLO, REFUSED, RUN, IN, PART, CLOSE, ANSWER, INTERRUPT, SIZE, END ->
                throw new MalformedFrameException(frame.kind() + " from the desk");
        }
    }

    private static void aside(Runnable work) {
        var thread = new Thread(work, "attach-hand");
        thread.setDaemon(true);
        thread.start();
    }

    private void input() {
        var bytes = new byte[PIECE];
        try {
            var read = ends.in().read(bytes);
            say.accept(new Frame(Frame.Kind.IN, Arrays.copyOf(bytes, Math.max(0, read))));
        } catch (IOException e) {
            say.accept(Frame.of(Frame.Kind.IN));
        }
    }

    private void file(Path file) {
        try {
            var text = ends.caller().text(file).getBytes(UTF_8);
            for (var at = 0; at < text.length; at += PIECE) {
                say.accept(new Frame(Frame.Kind.PART, Arrays.copyOfRange(text, at, Math.min(text.length, at + PIECE))));
            }
            say.accept(Frame.of(Frame.Kind.CLOSE));
        } catch (UnusableInputException e) {
            say.accept(Frame.of(Frame.Kind.CLOSE, e.failure().message()));
        }
    }

    private void ask(String question) {
        say.accept(Frame.of(Frame.Kind.ANSWER, ends.caller().confirms(question) ? "y" : "n"));
    }

    /** The first is the command's, the second this end's own. */
    void interrupt() {
        tired = interrupted;
        interrupted = true;
        say.accept(Frame.of(Frame.Kind.INTERRUPT));
    }

    @Override
    public boolean isTired() {
        return tired;
    }
}
