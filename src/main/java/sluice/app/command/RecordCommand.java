package sluice.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.Program;
import sluice.app.Trouble;
import sluice.app.desk.Recording;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.traffic.TrafficFile;
import sluice.report.Progress;
import sluice.report.Said;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code record}: public market data only, so it needs no keys, and notes none. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice --profile live record monday.jsonl.gz",
            "  sluice record --symbols BTC-USDT --for 10m btc.jsonl.gz"
        })
final class RecordCommand implements ShellCommand {

    private final Program program;
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "Where it goes; one that is there is replaced.")
    private Path file = Path.of("");

    @Option(names = "--venues", split = ",", paramLabel = "V", description = "Only these (all).")
    private List<VenueId> venues = List.of();

    @Option(names = "--symbols", split = ",", paramLabel = "S", description = "Only these (the configured ones).")
    private List<Symbol> symbols = List.of();

    @Option(names = "--for", paramLabel = "TIME", description = "Stops that long after the first frame.")
    private Optional<Duration> duration = Optional.empty();

    RecordCommand(Program program, Session session) {
        this.program = program;
        this.session = session;
    }

    @Override
    public void check() {
        symbols.stream().filter(symbol -> symbol.quote().isEmpty()).findFirst().ifPresent(symbol -> {
            throw new UnusableInputException(
                    "not a symbol: " + symbol.base() + " (expected BASE-QUOTE or BASE-QUOTE-PERP)");
        });
    }

    @Override
    public Outcome run() {
        check();
        var frames = new AtomicLong();
        try (var stop = new Stop();
                var progress = new Progress(session.printer(), session.clock(), "Recording", "frames", 0);
                var writer = TrafficFile.write(file, e -> session.printer().note("The recording ended: " + e));
                var recording = new Recording(program.start(), new Recording.Wanted(venues, symbols), frame -> {
                    frames.incrementAndGet();
                    writer.accept(frame);
                    duration.ifPresent(stop::after);
                })) {
            recording.open();
            session.printer()
                    .note("Recording to " + file + duration.map(time -> "").orElse("; Ctrl-C ends it") + ".");
            stop.await(Progress.EVERY, () -> progress.at(frames.get()));
        } catch (IOException e) {
            throw Trouble.of(new UncheckedIOException(e)).orElseThrow();
        } catch (RuntimeException e) {
            throw Trouble.of(e).<RuntimeException>map(known -> known).orElse(e);
        }
        return Outcome.done(new Said(
                frames + " frames in " + file + ".",
                out -> out.text("file", file).number("frames", frames.get())));
    }
}
