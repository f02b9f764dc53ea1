package sluice.shell.completion;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sluice.shell.CommandTable;
import sluice.shell.Session;

/** The program as other shells see it: its global options, and every command of the table. */
public final class Program {

    private Program() {}

    public static CommandLine whole(CommandTable table, Session session) {
        var spec = CommandSpec.create().name("sluice");
        spec.usageMessage().description("An execution terminal for crypto.");
        value(spec, "--config", "FILE", "The configuration.");
        value(spec, "--profile", "NAME", "sim, paper or live.");
        value(spec, "--home", "DIR", "Where state and configuration are.");
        value(spec, "--journal", "FILE", "The journal.");
        value(spec, "--seed", "N", "Of the simulated market.");
        value(spec, "--sim", "FILE", "A simulator that runs elsewhere, by the lines it printed.");
        flag(spec, "Speaks to a desk that runs already.", "--attach");
        flag(spec, "Never speaks to another desk.", "--no-attach");
        flag(spec, "Prints one compact JSON object for each command.", CommandTable.JSON);
        flag(spec, "Prints no colours.", CommandTable.NO_COLOUR);
        flag(spec, "Shows long output at once.", CommandTable.NO_PAGER);
        flag(spec, "Answers every question beforehand.", CommandTable.YES);
        flag(spec, "Says more in the log.", "-v");
        flag(spec, "Shows this.", "-h", CommandTable.HELP);
        return table.whole(session, spec);
    }

    private static void value(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    private static void flag(CommandSpec spec, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .description(description)
                .usageHelp(names.length > 1)
                .build());
    }
}
