package sluice.shell.market;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.market.book.LiveBook;
import sluice.report.Cut;
import sluice.report.market.SymbolsReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.AtVenue;
import sluice.shell.words.Known;

/** {@code symbols}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  symbols", "  symbols BTC", "  symbols '*-USDT' --venue binance"})
final class SymbolsCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PATTERN", description = "A part of the name; * is anything.")
    private Optional<String> pattern = Optional.empty();

    @Mixin
    private AtVenue at = new AtVenue();

    @Option(names = "--all", description = "Every one, however many.")
    private boolean all;

    SymbolsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        at.check(session.look());
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var instruments = new Known(session.look())
                .instruments().stream()
                        .filter(each -> at.has(each.venue()))
                        .filter(each -> pattern.filter(
                                        wanted -> !matches(each.symbol().name(), wanted))
                                .isEmpty())
                        .toList();
        var groups = session.desk().groups().stream()
                .filter(view ->
                        instruments.stream().anyMatch(each -> view.group().has(each.symbol())))
                .toList();
        var regimes = session.desk().books().stream()
                .map(LiveBook::symbol)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        symbol -> session.desk().market(symbol).regime()));
        return Outcome.done(new SymbolsReport(instruments, regimes, groups, all ? Integer.MAX_VALUE : Cut.LINES));
    }

    /** Without a star a part of the name is enough; with one the whole name must fit. */
    private static boolean matches(String name, String pattern) {
        var wanted = pattern.toUpperCase(Locale.ROOT);
        if (wanted.indexOf('*') < 0) {
            return name.contains(wanted);
        }
        var parts = wanted.split("\\*", -1);
        var at = name.startsWith(parts[0]) ? parts[0].length() : -1;
        for (int i = 1; i < parts.length - 1 && at >= 0; i++) {
            var found = name.indexOf(parts[i], at);
            at = found < 0 ? -1 : found + parts[i].length();
        }
        var last = parts[parts.length - 1];
        return at >= 0 && name.length() - last.length() >= at && name.endsWith(last);
    }
}
