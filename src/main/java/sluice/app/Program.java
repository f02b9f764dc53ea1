package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.LoggerFactory;
import sluice.app.Options.Flag;
import sluice.app.attach.Guests;
import sluice.app.command.ProgramCommands;
import sluice.app.config.Config;
import sluice.app.config.ConfigFile;
import sluice.app.desk.Footing;
import sluice.app.desk.OwnPath;
import sluice.app.desk.RunningDesk;
import sluice.app.log.LogConfig;
import sluice.app.toml.UnusableConfigException;
import sluice.attach.Ends;
import sluice.engine.Desk;
import sluice.engine.KillPath;
import sluice.market.Clock;
import sluice.report.Failure;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.Caller;
import sluice.shell.CommandTable;
import sluice.shell.ExitStatus;
import sluice.shell.Settings;
import sluice.shell.Shell;
import sluice.shell.ShellContext;
import sluice.shell.UnableToRunException;

/** One run of the program: the command table, what commands are given, and the desk, made when it is needed first. */
public final class Program implements AutoCloseable {

    /** Of the terminal that results go to, as the launcher found it; 0 where they go elsewhere. */
    private static final int COLUMNS = Math.max(0, Integer.getInteger("sluice.columns", 0));

    /** They look at the configuration themselves, or not at all: they must work when it is wrong. */
    private static final Set<String> UNCONFIGURED = Set.of("config", "doctor", "completion", "man", "help");

    private static final Set<String> PROFILES = Set.of("sim", "paper", "live");

    /** For whom a desk that began at the same time has not let anybody in yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Options options;
    private final Home home;
    private final Map<String, String> environment;
    private final StandardInput in;
    private final StandardOutput out;
    private final OutputStream err;
    private final Printer printer;
    private final Footing footing;
    private final Clock clock = new WallClock();
    private Optional<Start> start = Optional.empty();
    private Optional<Desk> desk = Optional.empty();
    private Optional<RunningDesk> running = Optional.empty();

    Program(Options options, Home home, Map<String, String> environment) {
        this(options, home, environment, Streams.standard(), Footing.PLAIN);
    }

    Program(Options options, Home home, Map<String, String> environment, Streams streams, Footing footing) {
        this.footing = footing;
        this.options = options;
        this.home = home;
        this.environment = environment;
        this.in = new StandardInput(streams.in());
        this.out = new StandardOutput(streams.out());
        this.err = streams.err();
        this.printer = printer(out, err);
    }

    /** Where commands come from and where what is said goes. */
    record Streams(InputStream in, OutputStream out, OutputStream err) {

        static Streams standard() {
            return new Streams(
                    System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        }
    }

    private Printer printer(OutputStream out, OutputStream err) {
        var colour = System.console() != null && !options.has(Flag.NO_COLOR) && !environment.containsKey("NO_COLOR");
        return new Printer(
                writer(out),
                writer(err),
                options.has(Flag.JSON) ? Printer.Format.JSON : Printer.Format.TEXT,
                new Look(colour, ZoneId.systemDefault())
                        .moving(StandardError.isTerminal())
                        .within(() -> COLUMNS));
    }

    private static PrintWriter writer(OutputStream to) {
        return new PrintWriter(new OutputStreamWriter(to, UTF_8));
    }

    /** Runs the command, or the prompt where there is none, and gives the exit status. */
    int run() {
        var command = options.command().orElse("shell");
        try {
            if (UNCONFIGURED.contains(command) || options.asksForHelp()) {
                return here(Config.USUAL);
            }
            var until = clock.nanos() + PATIENCE.toNanos();
            var status = somewhere(until);
            while (status.isEmpty()) {
                in.again();
                status = somewhere(until);
            }
            return status.getAsInt();
        } catch (RuntimeException e) {
            return failed(command, e);
        } catch (Error e) {
            LoggerFactory.getLogger(Program.class).error("{} cannot go on", command, e);
            throw e;
        }
    }

    /** In the desk of another process, or here; empty when a desk that began at the same time was the faster one. */
    private OptionalInt somewhere(long until) {
        var elsewhere = elsewhere().run();
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        try {
            return OptionalInt.of(here(start().config()));
        } catch (UnableToRunException e) {
            if (e.isElsewhere() && clock.nanos() < until) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private int here(Config config) {
        var shell = new Shell(context(config), table());
        if (Prompting.is(options)) {
            Home.made(home.state());
            return shell.prompt(Prompting.words(options));
        }
        if (options.has(Flag.HELP) && !options.has(Flag.JSON)) {
            Usage.print(printer.out());
        }
        return shell.run(words());
    }

    private Elsewhere elsewhere() {
        return new Elsewhere(start(), table(), shown(start().config()), new Ends(Caller.here(in), out, err), clock);
    }

    private List<String> words() {
        return options.words().isEmpty() ? List.of("help") : options.words();
    }

    CommandTable table() {
        return CommandTable.standard().plus(ProgramCommands.entries(this));
    }

    private ShellContext context(Config config) {
        return new ShellContext(this::desk, this::killPath, clock, shown(config), Caller.here(in), settings(config));
    }

    private Printer shown(Config config) {
        return config.shell().colour() ? printer : printer.withoutColour();
    }

    private Settings settings(Config config) {
        return new Settings(
                options.value(Options.Value.PROFILE).orElse("sim"),
                System.getProperty("user.name"),
                options.has(Flag.YES),
                home.state(),
                home.log(),
                home.feeds(options.value(Options.Value.PROFILE).orElse("sim")),
                new Settings.Habits(
                        config.shell().readyTimeout(),
                        config.shell().confirmAbove(),
                        config.shell().pager() && !options.has(Flag.NO_PAGER)));
    }

    private int failed(String command, RuntimeException e) {
        var known = Trouble.of(e);
        if (known.isPresent()) {
            printer.failure(command, known.get().failure());
            return known.get().status().code();
        }
        LoggerFactory.getLogger(Program.class).error("a bug in {}", command, e);
        var message = "A bug: " + e.getClass().getSimpleName() + ". The details are in " + home.log() + ".";
        printer.failure(command, Failure.of("BUG", message));
        return ExitStatus.BUG.code();
    }

    /**
     * The options and the configuration.
     *
     * @throws sluice.app.toml.UnusableConfigException when the configuration is wrong
     */
    public Start start() {
        if (start.isEmpty()) {
            var profile = options.value(Options.Value.PROFILE).orElse("sim");
            if (!PROFILES.contains(profile)) {
                throw new UnableToRunException(
                        ExitStatus.CONFIGURATION,
                        Failure.of(
                                "UNKNOWN_PROFILE",
                                "There is no profile " + profile + "; there are sim, paper and live."));
            }
            start = Optional.of(new Start(options, home, config()));
            LogConfig.json(start.get().config().watch().jsonLog());
        }
        return start.get();
    }

    /** A file that was named has to be there. */
    private Config config() {
        if (options.value(Options.Value.CONFIG).isPresent() && !Files.exists(home.config())) {
            throw new UnusableConfigException("There is no configuration " + home.config()
                    + ": --config has to name a file, and without --config none is needed.");
        }
        return ConfigFile.read(home.config());
    }

    public Options options() {
        return options;
    }

    public Home home() {
        return home;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** The desk, made by the first call; it is taken down when the process ends, however it is asked to. */
    private Desk desk() {
        if (desk.isEmpty()) {
            desk = Optional.of(opened());
        }
        return desk.get();
    }

    /** That of the desk, or where there is none what the configuration reaches. */
    private KillPath killPath() {
        return running.map(RunningDesk::killPath).orElseGet(() -> OwnPath.of(start(), environment, clock));
    }

    private Desk opened() {
        try {
            var told = start();
            if (told.isLive() && !options.command().equals(Optional.of("kill"))) {
                Consent.to(told, printer);
            }
            var guests = new Guests(settings(told.config()), table(), environment);
            var made = new RunningDesk(told, environment, guests, printer, footing);
            running = Optional.of(made);
            Runtime.getRuntime().addShutdownHook(new Thread(made::close, "shutdown"));
            var opened = made.open();
            in.settle();
            return opened;
        } catch (RuntimeException e) {
            throw Trouble.of(e).<RuntimeException>map(this::perhapsElsewhere).orElse(e);
        }
    }

    /** Who finds the journal taken and has said nothing yet can still go to the desk that took it. */
    private UnableToRunException perhapsElsewhere(UnableToRunException trouble) {
        if (trouble.status() != ExitStatus.JOURNAL_HELD
                || out.isUsed()
                || !elsewhere().isNeeded()) {
            return trouble;
        }
        running.ifPresent(RunningDesk::close);
        running = Optional.empty();
        return trouble.elsewhere();
    }

    /** Takes the desk down, if there is one. */
    @Override
    public void close() {
        running.ifPresent(RunningDesk::close);
    }
}
