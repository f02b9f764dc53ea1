package sluice.attach;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.shell.Caller;
import sluice.shell.CommandTable;
import sluice.shell.ShellTester;
import sluice.shell.UnableToRunException;

/** A desk that lets others in, and those others, in one process but over a real socket. */
class AttachTest {

    @TempDir
    private Path home;

    private final ShellTester shell = new ShellTester();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Rendezvous place;
    private AttachServer server;

    private static Greeting greeting(int protocol, String profile) {
        return new Greeting(protocol, "1.2.3", 4711, "pts/3", "2026-01-01T00:00:00Z", profile);
    }

    @BeforeEach
    void open() {
        shell.state(home);
        place = Rendezvous.of(home.resolve("journal.db"));
        server = open(shell);
    }

    private AttachServer open(ShellTester desk) {
        var context = desk.context();
        var host = new Host(
                greeting(Greeting.PROTOCOL, "sim"),
                context.desk(),
                context.killPath(),
                context.clock(),
                context.settings(),
                CommandTable.standard());
        return AttachServer.open(
                host, place, place.socketIn(List.of(home.resolve("attach"))).orElseThrow());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int run(String input, String... words) {
        var ends = new Ends(Caller.here(new ByteArrayInputStream(input.getBytes(UTF_8))), out, err);
        try (var attachment = attachment()) {
            return attachment.run(task(words), ends).orElseThrow();
        }
    }

    private Attachment attachment() {
        return Attachment.to(place.socket().orElseThrow(), greeting(Greeting.PROTOCOL, "sim"))
                .orElseThrow();
    }

    private static Task task(String... words) {
        return new Task(List.of(words), false, false, "Z", false, 200, Task.NO_SCREEN);
    }

    @Test
    void aCommandShowsWhatItWouldShowThereAndEndsAsItWould() {
        assertThat(run("", "buy", "0.1", "BTC-USDT")).isZero();
        shell.run("orders", "--all");
        var there = shell.out();
        out.reset();
        assertThat(run("", "orders", "--all")).isZero();
        assertThat(out).hasToString(there);
        assertThat(run("", "cancel", "P-1")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("NOT_CANCELLED");
    }

    @Test
    void theJournalIsToldWhichTerminalAsked() {
        run("", "buy", "0.1", "BTC-USDT");
        var origin = shell.desk.asked.stream()
                .filter(Command.Place.class::isInstance)
                .map(asked -> ((Command.Place) asked).origin())
                .findFirst()
                .orElseThrow();
        assertThat(origin.terminal()).isEqualTo("attach:4711:pts/3:command");
        assertThat(origin.user()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void scriptsAndStandardInputAreTheCallers() throws IOException {
        var script = Files.writeString(home.resolve("a.sluice"), "echo " + "long ".repeat(40_000) + "\necho two\n");
        assertThat(run("echo piped\n", "exec", "-")).isZero();
        assertThat(run("", "exec", script.toString())).isZero();
        assertThat(out.toString(UTF_8)).startsWith("piped\nlong ").endsWith("two\n");
        assertThat(run("", "exec", home.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("NO_SCRIPT", "there is no such file");
    }

    @Test
    void theDeskIsToldWhatCharactersTheOtherTerminalShows() throws IOException {
        var keys = new ByteArrayInputStream(new byte[0]);
        try (var terminal = new ExternalTerminal("other", "xterm", keys, out, US_ASCII)) {
            var screen = new Typing(frame -> {}, terminal, keys).at(task()).screen();
            assertThat(screen.charset()).isEqualTo(US_ASCII);
            assertThat(screen.type()).isEqualTo("xterm");
        }
    }

    @Test
    void aPromptRunsAtTheOtherTerminal() throws IOException {
        var keys = new ByteArrayInputStream("echo typed\nexit\n".getBytes(UTF_8));
        try (var attachment = attachment();
                var terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), out)) {
            assertThat(attachment.prompt(task(), terminal, keys)).isEqualTo(OptionalInt.of(0));
        }
        assertThat(out.toString(UTF_8)).contains("profile sim", "typed");
    }

    @Test
    void manyAtOnceEachGetTheirOwn() {
        var runs = IntStream.range(0, 20)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> {
                    var mine = new ByteArrayOutputStream();
                    var nothing = Caller.here(new ByteArrayInputStream(new byte[0]));
                    try (var attachment = attachment()) {
                        attachment.run(task("echo", "number", Integer.toString(each)), new Ends(nothing, mine, mine));
                    }
                    return mine.toString(UTF_8);
                }))
                .toList();
        assertThat(runs.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(each -> "number " + each + "\n")
                        .toList());
    }

    @Test
    void aStuckDeskIsNotAskedForAnythingAndKilledAllTheSame() {
        shell.desk.stuck = true;
        assertThat(run("", "buy", "0.1", "BTC-USDT")).isEqualTo(5);
        assertThat(err.toString(UTF_8)).contains("DESK_STUCK", "pid 4711");
        assertThat(shell.desk.asked).isEmpty();
        run("", "kill");
        assertThat(shell.desk.asked).hasOnlyElementsOfType(Command.Kill.class);
    }

    @Test
    void anEndThatCannotBeUnderstoodIsToldSo() {
        var socket = place.socket().orElseThrow();
        assertThatThrownBy(() -> Attachment.to(socket, greeting(7, "sim")))
                .isInstanceOf(UnableToRunException.class)
                .hasMessageContaining("speaks protocol 1");
        assertThatThrownBy(() -> Attachment.to(socket, greeting(Greeting.PROTOCOL, "live")))
                .hasMessageContaining("runs profile sim, not live");
    }

    @Test
    void aTerminalThatGoesAwayInterruptsItsCommandAlone() throws IOException {
        var waiting = new CompletableFuture<Answer>();
        shell.desk.when(Command.Note.class, asked -> {
            waiting.complete(new Answer.Noted(1));
            return new Answer.Noted(1);
        });
        try (var channel =
                SocketChannel.open(UnixDomainSocketAddress.of(place.socket().orElseThrow()))) {
            var wire = new Wire(channel);
            wire.write(Bodies.of(Frame.Kind.HELLO, greeting(Greeting.PROTOCOL, "sim")));
            wire.write(Bodies.of(Frame.Kind.RUN, task("exec", "-c", "note a; sleep 10m; note b")));
            waiting.join();
        }
        assertThat(run("", "echo", "here")).isZero();
        server.leave(shell.context().clock());
        assertThat(shell.desk.asked.stream().filter(Command.Note.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aFrameThatIsTooLongIsRefusedUnread() throws IOException {
        try (var channel =
                SocketChannel.open(UnixDomainSocketAddress.of(place.socket().orElseThrow()))) {
            channel.write(ByteBuffer.wrap(new byte[] {127, 0, 0, 0, 1}));
            var answer = new Wire(channel).read().orElseThrow();
            assertThat(answer.kind()).isEqualTo(Frame.Kind.REFUSED);
            assertThat(answer.text()).contains("MALFORMED", "2130706432 bytes");
        }
        assertThat(run("", "echo", "here")).isZero();
    }

    @Test
    void whatAKilledDeskLeftIsReplacedAndNothingIsLeftByOneThatEnds() throws IOException {
        var socket = place.socket().orElseThrow();
        server.close();
        Files.createFile(socket);
        place.point(socket);
        assertThat(Attachment.to(socket, greeting(Greeting.PROTOCOL, "sim"))).isEmpty();
        server = open(shell);
        assertThat(run("", "echo", "here")).isZero();
        server.close();
        assertThat(place.socket()).isEmpty();
        assertThat(socket).doesNotExist();
    }

    @Test
    void theSocketIsInTheFirstPlaceThatIsOursAndShortEnough() throws IOException {
        var file = Files.createFile(home.resolve("file"));
        var deep = home.resolve("d".repeat(100));
        var open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        var socket = place.socketIn(List.of(file, deep, open)).orElseThrow();
        assertThat(socket.startsWith(open)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
        assertThat(place.socketIn(List.of(deep))).isEmpty();
    }

    @Test
    void aSocketInAPlaceOthersMayEnterIsNotTrusted() throws IOException {
        var directory = place.socket().orElseThrow().resolveSibling(".").normalize();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(place.socket()).isEmpty();
    }
}
