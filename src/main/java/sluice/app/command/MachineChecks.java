package sluice.app.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import sluice.app.Home;
import sluice.app.WallClock;

/** What this machine gives. */
record MachineChecks(Home home, Map<String, String> environment) {

    private static final int OLDEST_JAVA = 17;
    private static final int SYNCS = 20;
    private static final int BLOCK = 4_096;
    private static final long SLOW_MICROS = 20_000;

    Finding java() {
        var version = Runtime.version();
        var said = version + ", " + System.getProperty("java.vm.name");
        return version.feature() >= OLDEST_JAVA
                ? Finding.good("java", said)
                : Finding.broken("java", said + "; needs " + OLDEST_JAVA + " or newer");
    }

    Finding terminal() {
        var type = environment.getOrDefault("TERM", "");
        if (System.console() == null) {
            return Finding.good("terminal", "none: lines are read, and nothing is asked");
        }
        return type.isEmpty() || type.equals("dumb")
                ? Finding.worth("terminal", "TERM is " + (type.isEmpty() ? "not set" : type) + ": no line editing")
                : Finding.good("terminal", type);
    }

    Finding directory() {
        var state = Home.made(home.state());
        if (!Files.isWritable(state)) {
            return Finding.broken("home", state + " cannot be written");
        }
        try {
            var open = state.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? PosixFilePermissions.toString(Files.getPosixFilePermissions(state))
                            .substring(3)
                    : "------";
            return open.equals("------")
                    ? Finding.good("home", state.toString())
                    : Finding.worth("home", state + " is open to others: chmod 700 " + state);
        } catch (IOException e) {
            return Finding.broken("home", state + " cannot be looked at");
        }
    }

    /** An order waits for one of these before it is sent. */
    Finding disk() {
        var file = home.state().resolve(".doctor-" + ProcessHandle.current().pid());
        try {
            var micros = syncs(file);
            var said = "a synced write takes " + micros + " us (median of " + SYNCS + ")";
            return micros < SLOW_MICROS
                    ? Finding.good("disk", said)
                    : Finding.worth("disk", said + "; every order waits for one");
        } catch (IOException e) {
            return Finding.broken("disk", "cannot write and sync in " + home.state());
        }
    }

    private static long syncs(Path file) throws IOException {
        var clock = new WallClock();
        var nanos = new long[SYNCS];
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < SYNCS; i++) {
                var before = clock.nanos();
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(false);
                nanos[i] = clock.nanos() - before;
            }
        }
        Arrays.sort(nanos);
        return nanos[SYNCS / 2] / 1_000;
    }
}
