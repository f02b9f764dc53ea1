package sluice.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.order.ChildId;
import sluice.order.account.AccountEvent;

/**
 * What was told to differ and does so no more. Confined to one call of a pure function.
 *
 * @param shown our orders that the report shows
 * @param seen keys of everything that differs by this report
 */
record Agreement(Ours ours, Set<ChildId> shown, Set<String> seen, Learned learned) {

    private static final String HOW = "a complete report shows it no more";

    List<Step> steps() {
        return ours.known().differences().stream()
                .sorted()
                .filter(key -> !seen.contains(key) && !Discrepancy.waitsForOperator(key) && isOver(key))
                .map(this::step)
                .toList();
    }

    /** A report that says nothing of an order is no evidence that a difference about it is over. */
    private boolean isOver(String key) {
        var words = key.split(" ", 3);
        var held = ours.orders().stream()
                .filter(each -> each.order().ids().childId().toString().equals(words[1]))
                .findFirst();
        var isShown =
                held.map(each -> shown.contains(each.order().ids().childId())).orElse(false);
        if (held.filter(each -> each.isRecent(learned.at())).isPresent()) {
            return false;
        }
        return switch (words[0]) {
            case "behind" -> isShown;
            case "lost" -> isShown || held.isEmpty();
            case "unlisted" ->
                held.map(each -> each.order().fills().provisional().isEmpty()).orElse(true);
            default -> true;
        };
    }

    private Step step(String key) {
        var agreed = new AccountEvent.Agreed(ours.manifest().venue(), key, HOW, learned.at());
        return new Step(
                Case.AGREED,
                Optional.empty(),
                key + ": " + Case.AGREED.words() + ", " + HOW,
                new Step.Basis(Step.Grade.E2, List.of()),
                new Step.Facts(List.of(), List.of(), List.of(agreed)),
                List.of(),
                Set.of());
    }
}
