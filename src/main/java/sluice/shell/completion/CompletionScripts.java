package sluice.shell.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes another shell complete the program's command line. A pure function of the table. */
public final class CompletionScripts {

    private static final String NAME = "sluice";

    private CompletionScripts() {}

    public static String bash(CommandLine program) {
        return AutoComplete.bash(NAME, program)
                .replaceAll("(?m)^# *(generated|Generated) (by|on|at) .*\\R", "")
                .replaceAll("[ \\t]+(?=\\R)", "");
    }

    /** zsh runs bash's script; the first line lets it find this file by itself. */
    public static String zsh(CommandLine program) {
        return "#compdef " + NAME + "\nautoload -U +X compinit bashcompinit\nbashcompinit\n" + bash(program);
    }

    public static String fish(CommandLine program) {
        var lines = new ArrayList<String>();
        lines.add("# fish completion for " + NAME);
        lines.add("complete -c " + NAME + " -f");
        program.getCommandSpec().options().forEach(option -> lines.add(option("", option)));
        for (var each : program.getSubcommands().entrySet()) {
            var spec = each.getValue().getCommandSpec();
            lines.add("complete -c " + NAME + " -n __fish_use_subcommand -a " + each.getKey() + " -d "
                    + quoted(first(spec)));
            spec.options()
                    .forEach(option ->
                            lines.add(option(" -n '__fish_seen_subcommand_from " + each.getKey() + "'", option)));
            files(each.getKey(), spec, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String option(String condition, OptionSpec option) {
        var line = new StringBuilder("complete -c " + NAME).append(condition);
        for (var name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(isFile(option) ? " -r -F" : " -x");
        }
        return line.append(" -d ").append(quoted(description(option))).toString();
    }

    private static void files(String command, CommandSpec spec, List<String> lines) {
        if (spec.positionalParameters().stream().anyMatch(CompletionScripts::isFile)) {
            lines.add("complete -c " + NAME + " -n '__fish_seen_subcommand_from " + command + "' -F");
        }
    }

    private static boolean isFile(ArgSpec argument) {
        return argument.paramLabel().matches("FILE.*|DIR");
    }

    private static String first(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
