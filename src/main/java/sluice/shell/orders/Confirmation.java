package sluice.shell.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.Answer;
import sluice.engine.Command.Preview;
import sluice.market.Px;
import sluice.market.Symbol;
import sluice.report.Failure;
import sluice.report.market.RouteReport;
import sluice.report.market.WorstCase;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;

/**
 * Shows what is about to be sent, and asks, where it is worth so much that a slip of the finger would matter: always
 * where orders are real. Where nobody can be asked, it is not sent.
 */
record Confirmation(Session session) {

    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    /** Whether anything would be asked about at all. */
    boolean isAsked() {
        return !session.settings().yes() && session.settings().confirmAbove().isPresent();
    }

    /** What becomes of an order that is not sent; empty when it may be. */
    Optional<Outcome> stops(Preview asked) {
        if (!isAsked()) {
            return Optional.empty();
        }
        var answer = session.ask(asked);
        if (!(answer instanceof Answer.Previewed previewed)) {
            return Optional.of(Outcome.refused("Not sent", answer));
        }
        if (previewed.refusal().isPresent()) {
            return Optional.of(Outcome.refused("Not sent", previewed.refusal().get()));
        }
        var terms = asked.terms();
        var report = new RouteReport(
                terms,
                previewed.plan(),
                WorstCase.of(terms.side(), previewed.plan(), session.desk().view()),
                Optional.empty());
        var qty = terms.orderQty().isZero() ? previewed.plan().routedQty() : terms.orderQty();
        var what = terms.side() + " " + qty + " " + terms.symbol();
        var px = terms.px().or(() -> previewed.plan().mid());
        var whole = px.map(at -> Map.of(terms.symbol().quote(), at.value().multiply(qty.value())))
                .orElse(Map.of());
        var worth = greater(worth(report.worst().notionals()), worth(whole));
        return stops(what, session.printer().text(report).stripTrailing(), worth);
    }

    /** The same for what is not routed anew: so much, at that price. */
    Optional<Outcome> stops(String what, Symbol symbol, BigDecimal qty, Optional<Px> px) {
        if (!isAsked()) {
            return Optional.empty();
        }
        var at = px.or(() -> session.desk().consolidated(symbol, 1).mid());
        var worth =
                at.flatMap(price -> worth(Map.of(symbol.quote(), price.value().multiply(qty))));
        return stops(
                what,
                "To be sent: " + what
                        + worth.map(value -> ", worth " + shown(value)).orElse(""),
                worth);
    }

    /** What nobody can value is asked about. */
    private Optional<Outcome> stops(String what, String preview, Optional<BigDecimal> worth) {
        var above = session.settings().confirmAbove().orElseThrow();
        if (worth.filter(value -> value.compareTo(above) <= 0).isPresent()) {
            return Optional.empty();
        }
        if (!session.manner().terminal().equals("exec")) {
            session.printer().note(preview);
        }
        return session.confirms("Send this?") ? Optional.empty() : Optional.of(declined(what, worth, above));
    }

    private Outcome declined(String what, Optional<BigDecimal> worth, BigDecimal above) {
        var value = worth.map(Confirmation::shown).orElse("what nobody can say now");
        var rule = session.settings().isLive()
                ? "in profile live every order is asked about"
                : "orders above " + shown(above) + " are asked about";
        var message = "Not sent: " + what + ", worth " + value + ": nobody agreed to it, and " + rule
                + ". Say yes when asked, or add --yes.";
        return Outcome.failed(
                ExitStatus.REFUSED,
                Failure.of("NOT_CONFIRMED", message)
                        .with("limit", above.toPlainString())
                        .with("value", worth.map(BigDecimal::toPlainString).orElse("unknown")));
    }

    private static String shown(BigDecimal dollars) {
        return dollars.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " USD";
    }

    /** In US dollars or what counts as such; empty where a live book would have to say and none does. */
    private Optional<BigDecimal> worth(Map<String, BigDecimal> notionals) {
        var sum = BigDecimal.ZERO;
        for (var each : notionals.entrySet()) {
            var usd = usd(each.getKey());
            if (usd.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(each.getValue().multiply(usd.get()));
        }
        return notionals.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private Optional<BigDecimal> usd(String asset) {
        if (DOLLARS.contains(asset)) {
            return Optional.of(BigDecimal.ONE);
        }
        return DOLLARS.stream()
                .sorted()
                .map(dollar -> session.desk()
                        .consolidated(Symbol.spot(asset, dollar), 1)
                        .mid())
                .flatMap(Optional::stream)
                .findFirst()
                .map(Px::value);
    }

    /** Where one cannot be told, neither can the greater. */
    private static Optional<BigDecimal> greater(Optional<BigDecimal> routed, Optional<BigDecimal> whole) {
        return routed.isEmpty() ? whole : whole.map(value -> value.max(routed.get()));
    }
}
