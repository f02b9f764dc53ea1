package sluice.shell.risk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.engine.Answer;
import sluice.engine.Command.SetTrading;
import sluice.report.desk.TradingReport;
import sluice.risk.exposure.TradingState;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code halt}, {@code reduce} and {@code resume}: for everything, or for one venue or symbol. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  halt --reason \"news\"", "  reduce --symbol BTC-USDT", "  resume --reason \"checked by hand\""})
final class TradingCommand implements ShellCommand {

    private final Session session;
    private final TradingState state;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the journal; a kill is not resumed without.")
    private String reason = "";

    TradingCommand(Session session, TradingState state) {
        this.session = session;
        this.state = state;
    }

    @Override
    public void check() {
        scope.check(session.look());
    }

    @Override
    public Outcome run() {
        check();
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(new SetTrading(scope.scope(), state, reason, session.origin()));
        return answer instanceof Answer.TradingSet set
                ? Outcome.done(new TradingReport(set.scope(), set.state()))
                : Outcome.refused(answer);
    }
}
