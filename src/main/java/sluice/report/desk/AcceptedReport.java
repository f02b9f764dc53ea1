package sluice.report.desk;

import sluice.engine.Answer;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;

/** A discrepancy that an operator ended. Immutable. */
public record AcceptedReport(Answer.Accepted accepted) implements Report {

    @Override
    public void json(Json out) {
        out.object("difference", members -> Differences.json(members, accepted.difference()))
                .list(
                        "adjusted",
                        accepted.adjusted(),
                        (members, money) -> members.text("asset", money.asset()).decimal("amount", money.amount()));
    }

    @Override
    public void text(Text out) {
        var difference = accepted.difference();
        if (accepted.adjusted().isEmpty()) {
            out.line(difference.name() + " is taken as it is: " + difference.text());
        }
        accepted.adjusted()
                .forEach(money -> out.line("The account at " + difference.venue() + " counts as holding "
                        + money.amount().toPlainString() + " " + money.asset() + " more than its fills, for "
                        + difference.name() + "."));
        out.line("What trading was reduced to on its account stays so until `resume`.");
    }
}
