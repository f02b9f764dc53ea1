package sluice.app.command;

import java.util.List;
import java.util.function.Function;
import sluice.app.Program;
import sluice.dash.DashCommand;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** The commands of this package, as rows of the table. */
public final class ProgramCommands {

    private ProgramCommands() {}

    public static List<Entry> entries(Program program) {
        return List.of(
                DashCommand.entry(program.environment()),
                anywhere(
                        "journal",
                        "Verifies, shows, copies or archives the journal",
                        it -> new JournalCommand(program, it)),
                anywhere(
                        "config",
                        "Checks or shows the configuration, or says where it is",
                        it -> new ConfigCommand(program)),
                anywhere("doctor", "Checks what the program needs, and each venue", it -> new DoctorCommand(program)),
                outside("shell", "Prompts for commands; so does no command at all", it -> new ShellHint()),
                outside("sim", "Serves simulated venues until it is stopped", it -> new SimCommand(program, it)),
                outside("record", "Records what the venues say", it -> new RecordCommand(program, it)),
                outside("replay", "Runs a recording through a venue's adapter", it -> new ReplayCommand(program, it)),
                outside("completion", "Prints what makes another shell complete sluice", CompletionCommand::new),
                outside("man", "Prints the manual, or writes its pages", ManCommand::new),
                outside("version", "Says which sluice this is", it -> new VersionCommand()));
    }

    private static Entry anywhere(String name, String summary, Function<Session, ShellCommand> maker) {
        return new Entry(name, Group.SESSION, Needs.NOTHING, summary, maker);
    }

    private static Entry outside(String name, String summary, Function<Session, ShellCommand> maker) {
        return new Entry(name, Group.PROGRAM, Needs.NOTHING, summary, maker);
    }
}
