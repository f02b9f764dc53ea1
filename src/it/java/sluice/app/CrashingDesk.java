package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import sluice.app.crash.SteppedJournal;
import sluice.app.crash.SteppedTransport;
import sluice.app.crash.Steps;
import sluice.app.desk.Footing;

/**
 * The program, but for what is between its desk and both journal and network: it says each step, and at one of them it
 * says that it stopped and does nothing any more, until the process is killed. Steps count from the first note in the
 * journal on, or from the start.
 *
 * @param last the step it stops at; empty for none
 */
record CrashingDesk(String name, String last, boolean fromStart, List<String> words) {

    static final String STEP = "step ";
    static final String STOPPED = "stopped";

    /** What is handed to it, line by line. */
    OutputStream start() throws IOException {
        var pipe = Pipe.open();
        var in = Channels.newInputStream(pipe.source());
        new Thread(() -> run(in), name).start();
        return Channels.newOutputStream(pipe.sink());
    }

    private void run(InputStream in) {
        var steps = new Steps(last, step -> say(STEP + step), this::stop);
        if (fromStart) {
            steps.begin();
        }
        var footing = new Footing(
                journal -> new SteppedJournal(journal, steps), transport -> new SteppedTransport(transport, steps));
        var options = Options.of(words);
        new Program(
                        options,
                        Home.of(options, System.getenv()),
                        System.getenv(),
                        new Program.Streams(in, new Lines(), System.err),
                        footing)
                .run();
    }

    private void stop() {
        say(STOPPED);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            stop();
        }
    }

    private void say(String line) {
        synchronized (System.out) {
            System.out.println(name + " " + line);
            System.out.flush();
        }
    }

    /** Says whole lines. */
    private final class Lines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            if (one == '\n') {
                say(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(one);
            }
        }
    }
}
