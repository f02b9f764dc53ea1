package sluice.shell.session;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code history}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  history", "  history 50"})
final class HistoryCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = "How many lines (20).")
    private int count = 20;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        var lines = session.history();
        var first = Math.max(0, lines.size() - Math.max(0, count));
        return Outcome.done(new Lines(first + 1, lines.subList(first, lines.size())));
    }

    private record Lines(int first, List<String> lines) implements Report {

        @Override
        public void json(Json out) {
            out.texts("history", lines);
        }

        @Override
        public void text(Text out) {
            var table = new Table(">NO", "TYPED");
            for (int i = 0; i < lines.size(); i++) {
                table.row(first + i, lines.get(i));
            }
            out.table(table, "No history.");
        }
    }
}
