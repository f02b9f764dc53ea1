package sluice.shell;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a command is for, how it is written, and examples of it. */
public final class Help {

    private Help() {}

    public static String of(CommandTable table, Entry entry, Session session) {
        return of(table.line(entry, session));
    }

    /** Of a command that was made already. */
    public static String of(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF);
    }
}
