package sluice.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import sluice.app.Program;
import sluice.app.Start;
import sluice.app.Trouble;
import sluice.app.command.Finding.Health;
import sluice.app.desk.Keys;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.ShellCommand;

/** {@code doctor}: looks at everything a desk stands on, and starts none. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  doctor", "  sluice --profile live doctor"})
final class DoctorCommand implements ShellCommand {

    private final Program program;

    DoctorCommand(Program program) {
        this.program = program;
    }

    @Override
    public Outcome run() {
        var machine = new MachineChecks(program.home(), program.environment());
        var findings =
                new ArrayList<>(List.of(machine.java(), machine.terminal(), machine.directory(), machine.disk()));
        var status = configured(findings);
        var broken = findings.stream().anyMatch(finding -> finding.health() == Health.BROKEN);
        return new Outcome.Done(
                new Findings(findings), status == ExitStatus.OK && broken ? ExitStatus.REFUSED : status);
    }

    private ExitStatus configured(List<Finding> findings) {
        try {
            var start = program.start();
            findings.add(Finding.good("configuration", start.home().config() + ", profile " + start.profile()));
            var keys = keys(start, findings);
            findings.add(new JournalCheck(start.journal()).look());
            findings.addAll(new VenueChecks(start).look());
            if (start.isLive()) {
                findings.addAll(new AccountChecks(start, program.environment()).look());
            }
            return keys;
        } catch (RuntimeException e) {
            findings.add(Finding.broken("configuration", told(e)));
            return ExitStatus.CONFIGURATION;
        }
    }

    private ExitStatus keys(Start start, List<Finding> findings) {
        if (start.isPaper()) {
            findings.add(Finding.good("keys", "none are read: on paper nothing private is asked"));
            return ExitStatus.OK;
        }
        var status = ExitStatus.OK;
        for (var venue : start.config().venues()) {
            var name = "keys of " + venue.name();
            var finding = attempt(
                    name,
                    () -> new Keys(program.environment())
                            .fetch(venue.name(), venue.keys())
                            .map(found -> Finding.good(name, "there"))
                            .orElse(Finding.worth(name, "no source is configured: market data only")));
            findings.add(finding);
            status = finding.health() == Health.BROKEN ? ExitStatus.CONFIGURATION : status;
        }
        return status;
    }

    private static Finding attempt(String name, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return Finding.broken(name, told(e));
        }
    }

    private static String told(RuntimeException e) {
        return Trouble.of(e).orElseThrow(() -> e).failure().message();
    }

    private record Findings(List<Finding> findings) implements Report {

        @Override
        public void json(Json out) {
            out.list(
                    "checks",
                    findings,
                    (each, finding) -> each.text("name", finding.name())
                            .text("health", finding.health())
                            .text("said", finding.said()));
        }

        @Override
        public void text(Text out) {
            var table = new Table("CHECK", "", "");
            findings.forEach(finding -> table.row(
                    finding.name(), new Cell(finding.health().word(), ink(finding.health())), finding.said()));
            out.table(table, "");
        }

        private static Ink ink(Health health) {
            return switch (health) {
                case GOOD -> Ink.GOOD;
                case WORTH_A_LOOK -> Ink.WARN;
                case BROKEN -> Ink.BAD;
            };
        }
    }
}
