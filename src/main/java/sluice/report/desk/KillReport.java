package sluice.report.desk;

import java.util.List;
import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.KillPath.At;
import sluice.engine.KillPath.Swept;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;
import sluice.report.orders.OrderShape;

/**
 * A kill, or what it would have done: as the desk knows it, and as the venues' own lists show it. Immutable.
 *
 * @param killed what the desk said; empty when it said nothing, and {@code trouble} then tells why
 */
public record KillReport(boolean drill, Optional<Answer.Killed> killed, Optional<String> trouble, Swept swept)
        implements Report {

    /** Whether nothing of ours may still work; a drill is done when everybody could be asked. */
    public boolean isDone() {
        var atVenues = swept.isProven();
        return drill
                ? atVenues && trouble.isEmpty()
                : atVenues && trouble.isEmpty() && unreached().isEmpty();
    }

    private List<String> unreached() {
        return killed.map(Answer.Killed::unreached).orElse(List.of());
    }

    @Override
    public void json(Json out) {
        out.flag("drill", drill)
                .list("cancelled", killed.map(Answer.Killed::cancelled).orElse(List.of()), OrderShape::json)
                .texts("unreached", unreached())
                .text("trouble", trouble)
                .list(
                        "venues",
                        swept.venues(),
                        (members, at) -> members.text("venue", at.venue())
                                .flag("proven", at.isProven())
                                .texts("cancelled", at.cancelled())
                                .texts("left", at.left())
                                .texts("others", at.others())
                                .text("trouble", at.doubt().trouble())
                                .text("unproven", at.doubt().unproven())
                                .number("tookMs", at.took().toMillis()));
    }

    @Override
    public void text(Text out) {
        killed.ifPresent(known -> orders(out, known));
        trouble.ifPresent(why -> out.line("The desk was not reached: " + why));
        swept.venues().forEach(at -> venue(out, at));
    }

    private void orders(Text out, Answer.Killed known) {
        out.line(
                drill
                        ? "A drill: nothing was changed. These orders would be cancelled:"
                        : "Killed: no new order leaves until resume --reason TEXT. Cancelled:");
        known.cancelled().forEach(order -> out.line("  " + OrderShape.sentence(order)));
        if (known.cancelled().isEmpty()) {
            out.line("  none was open");
        }
        known.unreached().forEach(order -> out.line("May still work: " + order));
    }

    private void venue(Text out, At at) {
        var state = at.isProven()
                ? drill ? "lists " + at.cancelled().size() + " of ours" : "shows none of ours any more"
                : "is not proven to be empty of ours";
        out.line("%s %s, after %d ms.".formatted(at.venue(), state, at.took().toMillis()));
        at.doubt().trouble().ifPresent(why -> out.line("  Not reached: " + why));
        at.doubt().unproven().ifPresent(what -> out.line("  Not proven: " + what));
        at.left().forEach(order -> out.line("  May still work: " + order));
        at.others().forEach(order -> out.line("  Not ours, and left alone: " + order));
    }
}
