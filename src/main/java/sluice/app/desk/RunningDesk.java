package sluice.app.desk;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import sluice.app.Home;
import sluice.app.Options.Value;
import sluice.app.Start;
import sluice.app.Version;
import sluice.app.WallClock;
import sluice.app.attach.Guests;
import sluice.app.desk.journal.Bans;
import sluice.app.desk.journal.CountedJournal;
import sluice.app.desk.journal.SqliteLibrary;
import sluice.app.log.FeedLog;
import sluice.app.venue.Surroundings;
import sluice.app.watch.AlertSinks;
import sluice.app.watch.MetricsEndpoint;
import sluice.engine.Desk;
import sluice.engine.KillPath;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.DeskLoop;
import sluice.engine.desk.Setup;
import sluice.journal.sqlite.JournalFile;
import sluice.journal.sqlite.JournalFile.Selection;
import sluice.journal.sqlite.SqliteJournal;
import sluice.journal.sqlite.beside.Owner;
import sluice.market.Clock;
import sluice.net.Ends;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.report.Printer;
import sluice.venue.Venue;
import sluice.venue.paper.PaperConfig;
import sluice.venue.paper.PaperVenue;

/**
 * A desk with all it stands on. Safe for any thread.
 *
 * <p>It is taken down in the opposite order of its making: first nothing more is sent, then the journal is closed, and
 * last what the venues are reached by.
 */
public final class RunningDesk implements AutoCloseable {

    private static final String TAG_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int TAG_LENGTH = 8;

    private final Start start;
    private final Map<String, String> environment;
    private final Guests guests;
    private final Printer printer;
    private final Footing footing;
    private final Clock clock = new WallClock();
    private final Resources opened = new Resources();
    private volatile List<Connections.Connection> reached = List.of();

    /** @param printer tells an operator what they should see while they wait */
    public RunningDesk(Start start, Map<String, String> environment, Guests guests, Printer printer, Footing footing) {
        this.start = start;
        this.environment = environment;
        this.guests = guests;
        this.printer = printer;
        this.footing = footing;
    }

    /**
     * Builds the desk and starts it; what is slow is done side by side, but not before the journal is this process's:
     * of two that start at once only one touches anything else, and it is the other's again when all else is free.
     */
    public Desk open() {
        Home.made(start.home().state());
        Home.made(start.home().profile(start.profile()));
        var right = SqliteJournal.hold(start.journal());
        opened.add(right::close);
        var sockets = sockets();
        opened.add(sockets::close);
        sockets.warmUp();
        var transport = footing.transport().apply(sockets);
        SqliteLibrary.ready();
        var connections = aside("connections", () -> connections(transport));
        var journal = aside("journal", () -> journal(right));
        var around = Connections.around(start, new Ends(transport, clock, timer()));
        var dice = new SplittableRandom(new SecureRandom().nextLong());
        var held = new CountedJournal(footing.journal().apply(await(journal)), clock);
        var desk = new CompletableFuture<Desk>();
        var door = guests.let(start, desk, this::killPath, clock, printer::note);
        door.ifPresent(open -> opened.add(open::close));
        var feeds = new FeedLog(start.home().feeds(start.profile()));
        opened.add(feeds::close);
        reached = await(connections);
        var venues = reached.stream()
                .map(connection -> feeds.over(venue(connection, around, dice.split())))
                .toList();
        var core = recovered(setup(held, venues), held);
        var usuals = new UsualsFile(start.home().usuals(start.profile()));
        core.remember(usuals.read());
        var loop = new DeskLoop(core, clock, venues, around(held));
        opened.add(() -> usuals.write(loop.usuals()));
        opened.add(loop::close);
        opened.add(usuals.keep(loop::usuals)::shutdownNow);
        loop.start();
        var word = KillWord.watch(start.journal(), loop);
        opened.add(word::close);
        start.config().watch().metricsPort().ifPresent(port -> opened.add(MetricsEndpoint.open(port, loop)::close));
        desk.complete(loop);
        door.ifPresent(open -> opened.add(() -> open.leave(clock)));
        return loop;
    }

    private Setup setup(CountedJournal held, List<Venue> venues) {
        return new Setup(
                held,
                clock,
                venues.stream().map(Venue::manifest).toList(),
                start.risk(),
                start.config().risk().consolidation(),
                instanceTag(),
                Version.NUMBER);
    }

    /** What is in this process is spoken to in the clear. */
    private OkHttpTransport sockets() {
        var alone = start.isSimulated() && start.options().path(Value.SIM).isEmpty();
        return alone ? OkHttpTransport.plain("venues", clock) : new OkHttpTransport("venues", clock);
    }

    /** The way to the same venues that does without this desk; on paper there is nothing to reach. */
    public KillPath killPath() {
        return OwnPath.to(start, clock, start.isPaper() ? List.of() : reached);
    }

    /** On paper, a venue that is only watched, and an account of its own beside it. */
    private Venue venue(Connections.Connection connection, Surroundings around, SplittableRandom dice) {
        var venue = connection.venue(around, dice, start.config().names());
        if (!start.isPaper()) {
            return venue;
        }
        var ledger = PaperFile.open(start.home().paper(connection.config().name()));
        opened.add(ledger::close);
        var told = start.config().paper();
        var config =
                new PaperConfig(told.balances(), connection.config().wiring().fees(), told.latency(), told.jitter());
        return new PaperVenue(venue, config, ledger, around.ends(), dice.split());
    }

    private List<Connections.Connection> connections(Transport transport) {
        if (start.isPaper()) {
            return Connections.watched(start);
        }
        if (!start.isSimulated()) {
            var bans = Bans.of(start.journal(), clock.now());
            var real = Connections.real(start, environment);
            new Rights(transport, clock).require(real, bans, printer::note);
            return real;
        }
        var elsewhere = start.options().path(Value.SIM);
        if (elsewhere.isPresent()) {
            return Connections.simulated(start, SimFile.read(elsewhere.get()));
        }
        var server = Simulated.start(start.home().exchange(), start.seed(), clock);
        opened.add(server::close);
        return Connections.simulated(start, SimFile.of(server));
    }

    private SessionDriver.Timer timer() {
        var pool = Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("venue-timer", work));
        opened.add(pool::shutdownNow);
        return SessionDriver.Timer.on(pool);
    }

    /** Replays the journal, and says so when that takes long. */
    private DeskCore recovered(Setup setup, CountedJournal journal) {
        var events = journal.head().seq();
        try (var progress = new ReplayProgress(journal::replayed, events, printer, clock)) {
            progress.start();
            return new DeskCore(setup, start.config().transport().diligence());
        }
    }

    private static String instanceTag() {
        return new SecureRandom()
                .ints(TAG_LENGTH, 0, TAG_LETTERS.length())
                .mapToObj(index -> TAG_LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private <T> CompletableFuture<T> aside(String name, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Threads.daemon(name, task).start());
    }

    private SqliteJournal journal(Owner right) {
        var journal = SqliteJournal.open(right.lent(), start.journal(), StateBytes.FOLD);
        opened.add(journal::close);
        return journal;
    }

    /** What figures and health are read from, and where alerts go. */
    private sluice.engine.health.Surroundings around(CountedJournal held) {
        var file = new JournalFile(start.journal());
        var sinks = new AlertSinks(start.profile(), start.config().watch().sinks(), environment, RunningDesk::ring);
        opened.add(sinks::close);
        return new sluice.engine.health.Surroundings(
                (seq, reader) -> file.events(new Selection(seq, 0, 0), reader),
                start.config().watch().limits(),
                held::commits,
                sinks);
    }

    /** The terminal's bell, which moves nothing on it. */
    private static void ring() {
        if (System.console() != null) {
            System.out.print('\u0007');
            System.out.flush();
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
