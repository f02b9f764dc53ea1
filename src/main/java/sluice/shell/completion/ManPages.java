package sluice.shell.completion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.shell.CommandTable;
import sluice.shell.Entry;
import sluice.shell.ExitStatus;
import sluice.shell.Group;

/** The manual: a page of the program and one of each command, as man reads them. A pure function of the table. */
public final class ManPages {

    private static final String NAME = "sluice";
    private static final Pattern MARKUP = Pattern.compile("`([^`]*)`");

    private final CommandTable table;
    private final CommandLine program;
    private final String version;

    public ManPages(CommandTable table, CommandLine program, String version) {
        this.table = table;
        this.program = program;
        this.version = version;
    }

    /** Every page by the name of its file. */
    public Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put(NAME + ".1", whole());
        table.entries().forEach(entry -> pages.put(NAME + "-" + entry.name() + ".1", of(entry.name())));
        return pages;
    }

    /** The page of the program. */
    public String whole() {
        var page = new Roff(NAME, version).section("NAME").text(NAME + " - an execution terminal for crypto");
        page.section("SYNOPSIS")
                .raw(Roff.bold(NAME) + " [" + Roff.italic("OPTIONS") + "] [" + Roff.italic("COMMAND") + " ...]");
        page.section("DESCRIPTION")
                .text("Sends orders to crypto venues exactly once, and keeps a journal of all of it. Without a"
                        + " command it prompts for commands. The usual profile is a simulated exchange that comes"
                        + " along: nothing to configure, and nothing to lose.");
        page.section("OPTIONS").text("They stand before or after any command.");
        options(page, program.getCommandSpec().options());
        for (var group : Group.values()) {
            page.section(group.title().toUpperCase(Locale.ROOT) + " COMMANDS");
            table.entries().stream().filter(entry -> entry.group() == group).forEach(entry -> command(page, entry));
        }
        statuses(page.section("EXIT STATUS"));
        page.section("ENVIRONMENT")
                .tag(Roff.bold("SLUICE_HOME"), "Where state and configuration are; --home goes before it.");
        page.tag(Roff.bold("SLUICE_JAVA"), "The java to run with, before JAVA_HOME and the PATH.");
        page.tag(Roff.bold("SLUICE_JAVA_OPTS"), "More options for it.");
        page.tag(Roff.bold("SLUICE_CDS"), "off: starts without the archive of loaded classes.");
        page.tag(Roff.bold("NO_COLOR"), "No colours, whatever it holds.");
        page.section("FILES").tag(Roff.italic("~/.config/sluice/config.toml"), "The configuration.");
        page.tag(
                Roff.italic("~/.local/state/sluice"),
                "Journals, the simulated exchange and the log; or all in --home DIR.");
        return page.toString();
    }

    /** The page of one command. */
    public String of(String command) {
        var spec = Objects.requireNonNull(program.getSubcommands().get(command), command)
                .getCommandSpec();
        var name = NAME + "-" + command;
        var page = new Roff(name, version).section("NAME").text(name + " - " + lowered(description(spec)));
        page.section("SYNOPSIS").raw(synopsis(command, spec));
        page.section("DESCRIPTION").text(description(spec));
        spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .forEach(parameter -> page.tag(Roff.italic(parameter.paramLabel()), text(parameter)));
        page.section("OPTIONS");
        options(page, spec.options());
        var examples = spec.usageMessage().footer();
        if (examples.length > 0) {
            page.section("EXAMPLES").verbatim(List.of(examples));
        }
        page.section("SEE ALSO").raw(Roff.bold(NAME) + "(1)");
        return page.toString();
    }

    private void command(Roff page, Entry entry) {
        page.tag(Roff.bold(entry.name()), entry.summary() + ".");
    }

    private static void options(Roff page, Collection<OptionSpec> options) {
        options.stream().filter(option -> !option.hidden()).forEach(option -> page.tag(usage(option), text(option)));
    }

    private static String usage(OptionSpec option) {
        var names = List.of(option.names()).stream().map(Roff::bold).collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + " " + Roff.italic(option.paramLabel());
    }

    private static String synopsis(String command, CommandSpec spec) {
        var words = spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .map(ManPages::word)
                .collect(Collectors.joining(" "));
        return Roff.bold(NAME + " " + command) + " [" + Roff.italic("OPTIONS") + "] " + words;
    }

    private static String word(PositionalParamSpec parameter) {
        var label = Roff.italic(parameter.paramLabel());
        var more = parameter.arity().max() > 1 ? label + " ..." : label;
        return parameter.arity().min() == 0 ? "[" + more + "]" : more;
    }

    private static String text(ArgSpec argument) {
        return MARKUP.matcher(String.join(" ", argument.description())).replaceAll("$1");
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String lowered(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                + sentence.substring(1).replaceFirst("\\.$", "");
    }

    private static void statuses(Roff page) {
        for (var status : ExitStatus.values()) {
            page.tag(Roff.bold(Integer.toString(status.code())), meaning(status));
        }
    }

    private static String meaning(ExitStatus status) {
        return switch (status) {
            case OK -> "Every command did what it says.";
            case REFUSED -> "A command was refused or rejected; nothing is in doubt.";
            case USAGE -> "Usage: an unknown command or option, or a bad value. Nothing was sent.";
            case IN_DOUBT -> "An order's outcome is unknown: probe or reconcile before anything else.";
            case DISCREPANCIES -> "reconcile found discrepancies that remain.";
            case JOURNAL_HELD -> "Another running desk holds the journal, and does not answer.";
            case CONFIGURATION -> "Configuration or keys are wrong.";
            case NOT_READY -> "A venue was not ready in time.";
            case BUG -> "A bug; the message names the log file.";
            case INTERRUPTED -> "Interrupted; what stays live is printed.";
        };
    }
}
