package sluice.report.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.engine.view.DifferenceView;
import sluice.engine.view.GroupView;
import sluice.engine.view.View;
import sluice.health.alert.Alert;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.order.parent.ParentOrder;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.report.orders.OrderShape;

/**
 * What runs, is recovered, in doubt, open, exposed and unhealthy, on one screen. Immutable.
 *
 * @param regimes how the market of each symbol behaves that books are kept of
 * @param groups those of the configuration, and what takes any of them apart
 * @param alerts those that nobody acknowledged yet and that are not over
 */
public record StatusReport(
        String profile, View view, SortedMap<Symbol, Regime> regimes, List<GroupView> groups, List<Alert> alerts)
        implements Report {

    private static final int NAMED = 5;

    public StatusReport {
        regimes = Collections.unmodifiableSortedMap(new TreeMap<>(regimes));
        groups = List.copyOf(groups);
        alerts = List.copyOf(alerts);
    }

    public List<ParentOrder> inDoubt() {
        return view.orders().working().stream().filter(ParentOrder::isInDoubt).toList();
    }

    public List<ParentOrder> open() {
        return view.orders().working();
    }

    /** Where journal and venues do not agree, others' orders on the account included. */
    public List<DifferenceView> differences() {
        return view.orders().accounts().differences();
    }

    @Override
    public void json(Json out) {
        out.text("profile", profile)
                .number("seq", view.seq())
                .text("journalFault", Optional.of(view.journalFault()).filter(fault -> !fault.isEmpty()))
                .list(
                        "trading",
                        RiskReport.trading(view.risk()),
                        (members, line) -> members.text("scope", line.scope()).text("state", line.state()))
                .number("openOrders", open().size())
                .list("inDoubt", inDoubt(), OrderShape::json)
                .list(
                        "venues",
                        view.venues().entrySet(),
                        (members, venue) -> members.text("venue", venue.getKey())
                                .flag("ready", venue.getValue().unready().isEmpty())
                                .text(
                                        "reason",
                                        Optional.of(venue.getValue().unready()).filter(why -> !why.isEmpty()))
                                .text(
                                        "deadManSwitch",
                                        Optional.of(venue.getValue().way().deadMan())
                                                .filter(words -> !words.isEmpty())))
                .list(
                        "markets",
                        regimes.entrySet(),
                        (members, market) ->
                                members.text("symbol", market.getKey()).text("regime", market.getValue()))
                .list(
                        "apart",
                        groups.stream()
                                .filter(group -> !group.apart().isEmpty())
                                .toList(),
                        (members, group) ->
                                members.text("group", group.group().name()).texts("why", group.apart()))
                .list("exposure", view.risk().uses(), RiskReport::use)
                .list("differences", differences(), Differences::json)
                .number("alerts", alerts.size());
    }

    @Override
    public void text(Text out) {
        out.line("Profile " + profile + ", journal at " + view.seq()
                + (view.journalFault().isEmpty() ? "" : ", " + out.ink(Ink.BAD, "FAULT: " + view.journalFault())));
        RiskReport.trading(view.risk())
                .forEach(line -> out.line("Trading " + line.state() + " (" + line.scope() + ")"
                        + (line.reason().isEmpty() ? "" : ": " + line.reason())));
        view.venues()
                .forEach((id, venue) -> out.line("Venue " + id + " "
                        + (venue.unready().isEmpty() ? out.ink(Ink.GOOD, "ready") : out.ink(Ink.BAD, venue.unready()))
                        + (venue.way().deadMan().isEmpty()
                                ? ""
                                : ", dead man's switch " + venue.way().deadMan())));
        markets(out);
        out.line("Open orders " + open().size() + ", in doubt " + inDoubt().size() + ", alerts " + alerts.size());
        groups.forEach(group -> group.apart()
                .forEach(why -> out.line(
                        "The group " + group.group().name() + " is " + out.ink(Ink.WARN, "apart") + ". " + why)));
        inDoubt().forEach(order -> out.line("  " + out.ink(Ink.BAD, OrderShape.sentence(order))));
        Differences.text(out, differences());
        exposure(out);
    }

    /** Only what is used: {@code risk show} has the others. */
    private void exposure(Text out) {
        var uses = new Table("USED", "SCOPE", ">NOW", ">MOST");
        view.risk().uses().stream()
                .filter(use -> use.used().signum() != 0)
                .forEach(use ->
                        uses.row(use.limit(), use.scope(), Figures.readable(use.used()), Figures.plain(use.max())));
        out.table(uses, "No limit is used.");
    }

    /** Counts, the unusual ones by name. */
    private void markets(Text out) {
        var by = new EnumMap<Regime, List<String>>(Regime.class);
        regimes.forEach((symbol, regime) ->
                by.computeIfAbsent(regime, first -> new ArrayList<>()).add(symbol.name()));
        var said = new ArrayList<String>();
        by.forEach((regime, symbols) -> said.add(
                regime == Regime.CALM
                        ? symbols.size() + " CALM"
                        : out.ink(Ink.WARN, symbols.size() + " " + regime) + " (" + named(symbols) + ")"));
        if (!said.isEmpty()) {
            out.line("Markets " + String.join(", ", said));
        }
    }

    private static String named(List<String> symbols) {
        var shown = String.join(" ", symbols.subList(0, Math.min(NAMED, symbols.size())));
        return symbols.size() <= NAMED ? shown : shown + " and " + (symbols.size() - NAMED) + " more";
    }
}
