package sluice.recovery;

import java.util.Optional;
import java.util.Set;
import sluice.venue.Manifest;

/** One order of ours beside what the venue says of it. */
final class Comparison {

    private Comparison() {}

    static Optional<Step> of(Held held, View view, Manifest manifest, Set<Discrepancy> noted, Learned learned) {
        var findings = new Findings(held.order(), learned, noted);
        var theirs = view.order();
        return theirs.isPresent()
                ? new Shown(held, theirs.get(), view, findings).step()
                : new Unseen(held, view, manifest.proof(), findings).step();
    }
}
