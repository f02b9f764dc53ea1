package sluice.attach;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import sluice.attach.Task.Screen;

/**
 * A prompt that runs in the desk, seen from its terminal: keys go there, and what is to be shown comes back. Safe for
 * any thread.
 */
final class Typing implements Attachment.Ear {

    private static final byte INTERRUPT_KEY = 3;
    private static final int PIECE = 1 << 12;

    private final Consumer<Frame> say;
    private final Terminal terminal;
    private final InputStream in;

    Typing(Consumer<Frame> say, Terminal terminal, InputStream in) {
        this.in = in;
        this.say = say;
        this.terminal = terminal;
    }

    /** The task at this terminal. */
    Task at(Task task) {
        var screen = new Screen(
                terminal.getType(),
                terminal.encoding().name(),
                terminal.getWidth(),
                terminal.getHeight(),
                task.screen().pager(),
                task.screen().moves());
        return new Task(task.words(), task.json(), task.colour(), task.zone(), task.yes(), task.readyMillis(), screen);
    }

    void start() {
        if (!isDumb()) {
            terminal.enterRawMode();
            terminal.handle(Terminal.Signal.INT, signal -> say.accept(key(INTERRUPT_KEY)));
            terminal.handle(Terminal.Signal.WINCH, signal -> say.accept(size()));
        }
        var thread = new Thread(this::type, "attach-keys");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean isDumb() {
        return terminal.getType().startsWith(Screen.DUMB);
    }

    private static Frame key(byte... bytes) {
        return new Frame(Frame.Kind.IN, bytes);
    }

    private Frame size() {
        return Frame.of(Frame.Kind.SIZE, terminal.getWidth() + " " + terminal.getHeight());
    }

    private void type() {
        try {
            if (isDumb()) {
                lines();
            } else {
                keys();
            }
        } catch (IOException gone) {
            // The terminal is gone, which its end tells the desk.
        }
        say.accept(Frame.of(Frame.Kind.IN));
    }

    private void lines() throws IOException {
        var bytes = new byte[PIECE];
        for (var read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            say.accept(key(Arrays.copyOf(bytes, read)));
        }
    }

    private void keys() throws IOException {
        var chars = new char[PIECE];
        for (var read = terminal.reader().readBuffered(chars);
                read >= 0;
                read = terminal.reader().readBuffered(chars)) {
            say.accept(key(new String(chars, 0, read).getBytes(terminal.encoding())));
        }
    }

    @Override
    public void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case OUT, ERR -> {
                terminal.output().write(frame.body());
                terminal.output().flush();
            }
            case BEGUN, ALIVE -> {}
            case HELLO, REFUSED, RUN, WANT, IN, OPEN, PART, CLOSE, ASK, ANSWER, INTERRUPT, SIZE, END ->
                throw new MalformedFrameException(frame.kind() + " from the desk");
        }
    }

    @Override
    public boolean isTired() {
        return false;
    }
}
