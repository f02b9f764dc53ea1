package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second terminal, while a desk holds the journal. */
class AttachIT {

    private static final String HELD = "buy 0.1 BTC-USDT --at 55000; orders; status; echo holding; sleep 10m";

    @TempDir
    Path home;

    private Sluice sluice() {
        return Sluice.at(home).alsoKnowing(Map.of("XDG_RUNTIME_DIR", ""));
    }

    private static Path socket(Path home) throws IOException {
        return Path.of(Files.readString(home.resolve("sim/journal.db.attach")).strip());
    }

    @Test
    void whatASecondTerminalAsksIsAnsweredAsAtTheFirst() throws IOException {
        var sluice = sluice();
        try (var desk = sluice.start("exec", "-c", HELD)) {
            desk.says("holding");
            var orders = sluice.run("orders");
            assertThat(orders.err()).isEmpty();
            assertThat(orders.status()).isZero();
            assertThat(desk.out()).contains(orders.out()).contains("P-1");
            assertThat(sluice.with("--json").run("bogus").status()).isEqualTo(2);

            var script = Files.writeString(home.resolve("more.sluice"), "buy 0.01 BTC-USDT\nwait last\norder last\n");
            var bought = sluice.with("--json", "--attach").run("exec", script.toString());
            assertThat(bought.status()).isZero();
            assertThat(bought.json()).hasSize(3);
            assertThat(bought.json().get(2).at("/result/timeline/0/terminal").asText())
                    .matches("attach:[0-9]+:(\\S+:)?exec:\\S+more.sluice:1");
            assertThat(sluice.run("exec", "-c", "wait P-1 filled --timeout 1ms").status())
                    .isEqualTo(1);
            var typed = sluice.start("exec", "-").types("echo heard\n").endsInput();
            assertThat(typed.end().out()).isEqualTo("heard\n");

            permissionsAndBadFrames();
            var second = sluice.run("--no-attach", "orders");
            assertThat(second.status()).isEqualTo(5);
            assertThat(second.err()).contains("pid " + desk.pid(), "started 20");

            var killed = sluice.with("--json").run("kill");
            assertThat(killed.status()).as(killed.out() + killed.err()).isZero();
            assertThat(sluice.run("orders").out()).doesNotContain("SUBMITTED");
            desk.signal("KILL").end();
        }
        assertThat(socket(home)).exists();
        var alone = sluice.run("orders");
        assertThat(alone.status()).as(alone.err()).isZero();
        assertThat(sluice.run("--attach", "orders").status()).isEqualTo(1);
        assertThat(home.resolve("sim/journal.db.attach")).doesNotExist();
    }

    /** What is no frame ends its own connection and nothing else. */
    private void permissionsAndBadFrames() throws IOException {
        var socket = socket(home);
        assertThat(mode(socket)).isEqualTo("rw-------");
        assertThat(mode(socket.resolveSibling("."))).isEqualTo("rwx------");
        for (var bytes : new String[] {"GET / HTTP/1.1\r\n\r\n", "\0\0\0\2\1{}", "\0\0\0\0\3"}) {
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                channel.write(ByteBuffer.wrap(bytes.getBytes(UTF_8)));
                var answer = ByteBuffer.allocate(4096);
                while (!new String(answer.array(), UTF_8).contains("}") && channel.read(answer) >= 0) {
                    assertThat(answer.hasRemaining()).isTrue();
                }
                assertThat(new String(answer.array(), UTF_8)).contains("MALFORMED");
            }
        }
    }

    private static void answersWhatIsTyped(Sluice sluice) {
        try (var prompt = sluice.start()) {
            prompt.types("echo typed\norders\nexit --force\n");
            assertThat(prompt.end().out()).contains("typed", "No open orders.");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    @Tag("long")
    void aStoppedDeskIsToldFromOneThatWorksAndALongPathIsGotAround() throws IOException {
        var deep = Files.createDirectories(home.resolve("d".repeat(120)));
        var sluice = Sluice.at(deep).alsoKnowing(Map.of("XDG_RUNTIME_DIR", home.toString()));
        try (var desk = sluice.start("exec", "--keep-going", "-c", "echo ready; status; sleep 10m")) {
            desk.says("ready").says("sim");
            assertThat(socket(deep).toString().getBytes(UTF_8).length).isLessThan(108);
            var elsewhere = sluice.alsoKnowing(Map.of("XDG_RUNTIME_DIR", ""));
            var found = elsewhere.run("--attach", "orders");
            assertThat(found.status()).as(found.err()).isZero();

            desk.signal("STOP");
            var stuck = sluice.run("orders");
            assertThat(stuck.status()).isEqualTo(5);
            assertThat(stuck.err()).contains("DESK_SILENT", "pid " + desk.pid());
            desk.signal("CONT");
            assertThat(sluice.run("orders").status()).isZero();

            answersWhatIsTyped(sluice);
            var ended = desk.signal("INT").end();
            assertThat(ended.status()).isEqualTo(130);
        }
        try (var left = Stream.of(home.resolve("sluice"))
                .flatMap(directory -> Stream.of(directory.toFile().list()))) {
            assertThat(left).isEmpty();
        }
    }
}
