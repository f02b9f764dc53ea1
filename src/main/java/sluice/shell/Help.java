package sluice.shell;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a command is for, how it is written, and examples of it. */
public final class Help {

    private Help() {}

    public static String of(CommandTable table, Entry entry, Session session) {
        return of(table.line(entry, session));
    }

    /** Its examples, without what they say about themselves. */
    public static List<String> examples(CommandLine line) {
        return Stream.of(line.getCommandSpec().usageMessage().footer())
                .takeWhile(each -> !each.isBlank())
                .map(each -> each.strip().replaceFirst("\\s{3,}.*$", ""))
                .toList();
    }

    /** Of a command that was made already. */
    public static String of(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF);
    }
}
