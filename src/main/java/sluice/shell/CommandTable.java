package sluice.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sluice.report.Failure;
import sluice.shell.exec.ExecCommand;
import sluice.shell.market.MarketCommands;
import sluice.shell.orders.OrderCommands;
import sluice.shell.quality.QualityCommands;
import sluice.shell.recovery.RecoveryCommands;
import sluice.shell.risk.RiskCommands;
import sluice.shell.session.SessionCommands;
import sluice.shell.venues.VenueCommands;
import sluice.shell.words.Converters;
import sluice.shell.words.Suggestions;

/**
 * Every command there is: the same table serves the prompt, scripts, the program's own arguments and completion.
 * Immutable.
 *
 * <p>picocli reads a command's annotations when the command is first needed and not before, because reading all of them
 * would cost a short run more than the command itself.
 */
public final class CommandTable {

    /** What the desk itself can be told and asked; the program adds its own. */
    public static CommandTable standard() {
        var entries = new ArrayList<Entry>();
        entries.addAll(OrderCommands.entries());
        entries.addAll(MarketCommands.entries());
        entries.addAll(VenueCommands.entries());
        entries.addAll(RiskCommands.entries());
        entries.addAll(RecoveryCommands.entries());
        entries.addAll(QualityCommands.entries());
        entries.addAll(SessionCommands.entries());
        entries.addAll(ExecCommand.entries());
        return new CommandTable(entries);
    }

    /** Options that every command takes. */
    public static final String JSON = "--json";

    public static final String HELP = "--help";
    public static final String NO_COLOUR = "--no-color";
    public static final String NO_PAGER = "--no-pager";
    public static final String YES = "--yes";

    private final Map<String, Entry> entries;

    public CommandTable(Collection<Entry> entries) {
        var byName = new LinkedHashMap<String, Entry>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        this.entries = byName;
    }

    /** This table with more commands, which take the place of any of the same name. */
    public CommandTable plus(Collection<Entry> more) {
        var all = new ArrayList<>(entries.values());
        all.addAll(more);
        return new CommandTable(all);
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> named(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The command meant by a word: its name, or an unambiguous beginning of it. */
    public Entry meant(String word) {
        return found(word).orElseThrow(() -> new UnusableInputException(unknown(word)));
    }

    /** The bare name of the command meant by a word; the word itself where it means none. */
    public String name(String word) {
        return found(word).map(Entry::name).orElse(word);
    }

    private Optional<Entry> found(String word) {
        var begun = begun(word);
        return named(word).or(() -> begun.size() == 1 ? named(begun.get(0)) : Optional.empty());
    }

    /** Commands of the program are called by their whole name, so that they stand in nobody's way at the prompt. */
    private List<String> begun(String word) {
        return entries.values().stream()
                .filter(entry -> entry.group() != Group.PROGRAM)
                .map(Entry::name)
                .filter(name -> !word.isEmpty() && name.startsWith(word))
                .toList();
    }

    private Failure unknown(String word) {
        var begun = begun(word);
        if (!begun.isEmpty()) {
            return Failure.of("AMBIGUOUS_COMMAND", word + " could be any of " + String.join(", ", begun));
        }
        return Failure.of(
                "UNKNOWN_COMMAND",
                "there is no command " + word + Suggestions.or(word, entries.keySet(), "; help lists those there are"));
    }

    /** One command, ready to parse its words. */
    public CommandLine line(Entry entry, Session session) {
        return line(entry, entry.maker().apply(session));
    }

    private static CommandLine line(Entry entry, ShellCommand command) {
        var line = new CommandLine(command);
        var spec = line.getCommandSpec();
        spec.name(entry.name());
        spec.usageMessage().description(entry.summary() + ".").abbreviateSynopsis(false);
        flag(spec, "Prints one compact JSON object.", JSON);
        flag(spec, "Prints no colours.", NO_COLOUR);
        flag(spec, "Shows long output at once, not page by page.", NO_PAGER);
        flag(spec, "Answers every question beforehand.", YES);
        flag(spec, "Shows this.", "-h", HELP);
        Converters.register(line);
        return line.setExpandAtFiles(false).setPosixClusteredShortOptionsAllowed(false);
    }

    private static void flag(CommandSpec spec, String description, String... names) {
        if (spec.findOption(names[names.length - 1]) == null) {
            spec.addOption(OptionSpec.builder(names)
                    .description(description)
                    .usageHelp(names.length > 1)
                    .build());
        }
    }

    /** The program with all its commands, for completion scripts and documentation. */
    public CommandLine whole(Session session, CommandSpec program) {
        var root = new CommandLine(program);
        entries.values().forEach(entry -> root.addSubcommand(entry.name(), line(entry, session)));
        return root;
    }
}
