package sluice.report.venues;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.report.Json;
import sluice.report.Text;
import sluice.venue.Manifest;
import sluice.venue.Manifest.DeadMan;
import sluice.venue.Manifest.ErrorRule;
import sluice.venue.Manifest.Proves;

/** What a venue can do and what its answers prove, as part of a report. Immutable. */
record ManifestPart(Manifest manifest) {

    void json(Json out) {
        out.object("clientIds", this::clientIds);
        out.object("proof", this::proof);
        out.object("orders", this::orders);
        out.object("answers", this::answers);
        out.list(
                "errors",
                manifest.errors(),
                (of, rule) -> of.text("code", rule.code())
                        .text("proves", rule.proves())
                        .text("reason", rule.reason()));
        out.list(
                "sources",
                manifest.sources(),
                (of, source) -> of.text("fact", source.fact())
                        .text("page", source.page())
                        .text("words", source.words()));
    }

    private void clientIds(Json of) {
        var ids = manifest.clientIds();
        of.text("codec", ids.codec())
                .text("pattern", ids.pattern())
                .number("maxLength", ids.maxLength())
                .text("duplicateWindow", ids.window());
    }

    private void proof(Json of) {
        var proof = manifest.proof();
        of.number("queryByClientIdMs", proof.queryByClientId().map(Duration::toMillis))
                .number("absenceGraceMs", proof.absenceGrace().toMillis())
                .number("absenceProofMs", manifest.absenceProof().map(Duration::toMillis))
                .text("cancelOkMeans", proof.cancelOkMeans());
    }

    private void orders(Json of) {
        var orders = manifest.orders();
        of.texts("tifs", orders.tifs().stream().sorted().toList())
                .flag("market", orders.market())
                .flag("postOnly", orders.postOnly())
                .flag("reduceOnly", orders.reduceOnly())
                .text("amend", orders.amend());
    }

    private void answers(Json of) {
        var answers = manifest.answers();
        var open = answers.openList();
        of.text("cancelOk", answers.cancelOk())
                .flag("cancelsByClientId", answers.cancelsByClientId())
                .text("duplicate", answers.duplicate())
                .number("lagMs", answers.lag().toMillis())
                .object(
                        "openList",
                        list -> list.flag("complete", open.isComplete())
                                .number("atMost", open.atMost())
                                .text("omits", Optional.of(open.omits()).filter(text -> !text.isEmpty())));
        answers.deadMan()
                .ifPresentOrElse(
                        found -> of.object("deadMan", members -> deadMan(members, found)), () -> of.absent("deadMan"));
    }

    private static void deadMan(Json of, DeadMan found) {
        of.number("shortestMs", found.shortest().toMillis())
                .number("longestMs", found.longest().toMillis())
                .text("trigger", found.trigger())
                .text("cancels", found.cancels());
    }

    void text(Text out) {
        var ids = manifest.clientIds();
        var proof = manifest.proof();
        out.line("Client ids    " + ids.codec() + ", at most " + ids.maxLength() + " characters, " + ids.pattern());
        out.line("Duplicates    " + duplicates());
        out.line("Query by id   "
                + proof.queryByClientId()
                        .map(window -> "finds a closed order for " + Spans.said(window))
                        .orElse("not offered"));
        out.line("Absence       " + absence());
        out.line("Cancel OK     " + manifest.answers().cancelOk() + ": " + proof.cancelOkMeans());
        out.line("Cancel by id  " + (manifest.answers().cancelsByClientId() ? "ours or the venue's" : "the venue's"));
        out.line("Open orders   " + openList());
        out.line("Dead man      "
                + manifest.answers().deadMan().map(ManifestPart::said).orElse("none"));
        out.line("Orders        " + kinds());
        out.line("Amend         " + manifest.orders().amend());
        errors(out);
    }

    private String absence() {
        var lag = manifest.answers().lag().toSeconds();
        return manifest.absenceProof()
                .map(span -> "proven after %d s of not-found answers, the %d s that reads may lag included"
                        .formatted(span.toSeconds(), lag))
                .orElse("never proven, since open orders are left out of the list");
    }

    private String duplicates() {
        return switch (manifest.clientIds().window()) {
            case NONE -> "not refused, so nothing is sent again";
            case WHILE_OPEN -> "refused while the first order is open, so nothing is sent again";
            case ONE_DAY -> "refused for 24 h, so a request in doubt may be sent again under its id";
            case UNDOCUMENTED -> "refused, for how long is not said, so nothing is sent again";
        };
    }

    private String openList() {
        var list = manifest.answers().openList();
        return (list.isComplete() ? "all listed" : "not listed: " + list.omits())
                + list.atMost().map(most -> ", at most " + most).orElse("");
    }

    private static String said(DeadMan found) {
        return "%d to %d s, when %s; cancels %s"
                .formatted(found.shortest().toSeconds(), found.longest().toSeconds(), found.trigger(), found.cancels());
    }

    private String kinds() {
        var orders = manifest.orders();
        return orders.tifs().stream().sorted().map(Enum::name).collect(Collectors.joining(" "))
                + (orders.market() ? ", market" : "")
                + (orders.postOnly() ? ", post-only" : "")
                + (orders.reduceOnly() ? ", reduce-only" : "");
    }

    private void errors(Text out) {
        for (var proves : Proves.values()) {
            var codes = manifest.errors().stream()
                    .filter(rule -> rule.proves() == proves)
                    .map(ErrorRule::code)
                    .toList();
            if (!codes.isEmpty()) {
                out.line("%-13s %s".formatted(words(proves), String.join(", ", codes)));
            }
        }
    }

    private static String words(Proves proves) {
        return switch (proves) {
            case REJECTED -> "Rejected by";
            case NOT_EXECUTED -> "Not done by";
            case NOTHING -> "In doubt by";
            case ALREADY_DONE -> "Query after";
            case ARRIVED -> "Arrived by";
        };
    }
}
