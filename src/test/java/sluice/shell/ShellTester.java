package sluice.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sluice.engine.Answer;
import sluice.engine.Command.Place;
import sluice.engine.Desk;
import sluice.market.Clock;
import sluice.order.parent.ParentOrder;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.report.Printer.Format;

/** A shell with everything around it in memory: what it was told in, what it said out. */
public final class ShellTester {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public final ScriptedDesk desk = new ScriptedDesk();
    public int desksMade;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Format format = Format.TEXT;
    private String input = "";
    private Path state = Path.of("state");
    private Path log = Path.of("/state/sluice.log");
    private Optional<UnableToRunException> unstartable = Optional.empty();
    private boolean yes;
    private String profile = "sim";
    private Optional<BigDecimal> confirmAbove = Optional.empty();
    private int status;

    public static ShellTester json() {
        var tester = new ShellTester();
        tester.format = Format.JSON;
        return tester;
    }

    /** The desk does not start, for that reason. */
    public void unstartable(UnableToRunException reason) {
        unstartable = Optional.of(reason);
    }

    public void state(Path folder) {
        state = folder;
    }

    public void log(Path file) {
        log = file;
    }

    public void profile(String name) {
        profile = name;
    }

    /** An order worth more is asked about. */
    public void confirmAbove(String value) {
        confirmAbove = Optional.of(new BigDecimal(value));
    }

    /** Every question is answered beforehand. */
    public void agreeing() {
        yes = true;
    }

    public ShellTester input(String text) {
        input = text;
        return this;
    }

    /** Every placement falls in doubt. */
    public void doubtful() {
        desk.when(Place.class, asked -> new Answer.Placed(desk.has(Orders.inDoubt(pending((Place) asked)))));
    }

    /** Every placement is rejected by the venue. */
    public void rejecting() {
        desk.when(Place.class, asked -> new Answer.Placed(desk.has(Orders.rejected(pending((Place) asked)))));
    }

    private ParentOrder pending(Place place) {
        return Orders.pending(
                place, place.terms(), desk.view().orders().parents().size() + 1);
    }

    public ShellTester run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        status = new Shell(context(), CommandTable.standard()).run(List.of(words));
        return this;
    }

    public ShellTester exec(String commands, String... options) {
        var words = new ArrayList<>(List.of("exec", "-c", commands));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    public ShellContext context() {
        Supplier<Desk> made = () -> {
            desksMade++;
            unstartable.ifPresent(reason -> {
                throw reason;
            });
            return desk;
        };
        var printer = new Printer(new PrintWriter(out), new PrintWriter(err), format, new Look(false, ZoneOffset.UTC));
        var settings = new Settings(
                profile,
                "ann",
                yes,
                state,
                log,
                state.resolve("feeds.jsonl"),
                new Settings.Habits(Duration.ofMillis(200), confirmAbove, true));
        return new ShellContext(
                made, new StoodClock(), printer, new ByteArrayInputStream(input.getBytes(UTF_8)), settings);
    }

    public int status() {
        return status;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    public List<String> lines() {
        return out().lines().toList();
    }

    /** Each line of output, as JSON. */
    public List<JsonNode> objects() {
        return lines().stream().map(ShellTester::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that stands half a second after everything in the market happened. */
    private record StoodClock() implements Clock {

        @Override
        public Instant now() {
            return Market.AT.at().plusMillis(500);
        }

        @Override
        public long nanos() {
            return Market.AT.nanos() + 500_000_000;
        }
    }
}
