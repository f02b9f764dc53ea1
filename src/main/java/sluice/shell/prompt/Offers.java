package sluice.shell.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import picocli.CommandLine.Model.ArgSpec;
import sluice.engine.view.View;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.parent.ParentOrder;
import sluice.report.orders.OrderShape;
import sluice.shell.Group;
import sluice.shell.Session;
import sluice.shell.words.OrderName;

/** What the desk has for an argument: symbols, venues, orders, or the few words a type allows. */
final class Offers {

    private final Session session;

    Offers(Session session) {
        this.session = session;
    }

    static Candidate candidate(String value, String description, String group) {
        return new Candidate(value, value, group, description, null, null, true);
    }

    List<Candidate> of(ArgSpec argument, int index, List<String> before) {
        var type = type(argument);
        if (type == Symbol.class) {
            return symbols();
        }
        if (type == VenueId.class) {
            return venues();
        }
        if (type == OrderName.class) {
            return orders();
        }
        var phrases = Phrases.of(type);
        return phrases.isEmpty() ? labelled(argument, index, before) : phrases;
    }

    /** Those that can be typed at a prompt. */
    List<Candidate> commands() {
        return session.table().entries().stream()
                .filter(entry -> entry.group() != Group.PROGRAM)
                .map(entry ->
                        candidate(entry.name(), entry.summary(), entry.group().title()))
                .toList();
    }

    /** Words whose meaning depends on the command, and on those before them. */
    private List<Candidate> labelled(ArgSpec argument, int index, List<String> before) {
        if (argument.paramLabel().equals(Grammar.COMMAND)) {
            return commands();
        }
        var command = argument.command().name();
        var isAllIn = argument.isOption() && command.equals("book");
        if (argument.isOption() && !isAllIn) {
            return List.of();
        }
        var first = before.isEmpty() ? "" : before.get(0);
        return index == 0 || isAllIn ? first(command) : further(command + " " + first, index);
    }

    /** The orders stand beside the words of {@code route}. */
    private List<Candidate> first(String command) {
        var words = new ArrayList<>(Phrases.first(command));
        if (command.equals("route")) {
            words.addAll(orders());
        }
        return words;
    }

    private List<Candidate> further(String words, int index) {
        return switch (words) {
            case "route buy", "route sell" -> index == 2 ? symbols() : List.of();
            case "unknown probe", "unknown resolve" -> orders();
            case "risk set" -> index == 1 ? Phrases.limits() : Phrases.value();
            case "risk show" -> symbols();
            case "reconcile accept", "reconcile adjust" -> differences();
            default -> List.of();
        };
    }

    private List<Candidate> differences() {
        return view().orders().accounts().differences().stream()
                .map(each -> candidate(each.name(), each.venue() + ": " + each.text(), "Discrepancies"))
                .toList();
    }

    static Class<?> type(ArgSpec argument) {
        var of = argument.auxiliaryTypes();
        return of != null && of.length > 0 ? of[0] : argument.type();
    }

    private View view() {
        return session.desk().view();
    }

    private List<Candidate> symbols() {
        var names = new TreeSet<Symbol>();
        view().venues().values().forEach(venue -> venue.instruments().forEach(each -> names.add(each.symbol())));
        return names.stream()
                .map(symbol -> candidate(symbol.name(), where(symbol), "Symbols"))
                .toList();
    }

    private String where(Symbol symbol) {
        var venues = view().venues().entrySet().stream()
                .filter(venue -> venue.getValue().instruments().stream()
                        .anyMatch(each -> each.symbol().equals(symbol)))
                .map(venue -> venue.getKey().name())
                .toList();
        return "at " + String.join(", ", venues);
    }

    private List<Candidate> venues() {
        return view().venues().entrySet().stream()
                .map(venue -> candidate(
                        venue.getKey().name(),
                        venue.getValue().unready().isEmpty()
                                ? "ready"
                                : venue.getValue().unready(),
                        "Venues"))
                .toList();
    }

    /** Open ones, newest first, with their children. */
    private List<Candidate> orders() {
        var candidates = new ArrayList<Candidate>();
        session.last().ifPresent(last -> candidates.add(candidate("last", last.toString(), "Orders")));
        var parents = new ArrayList<>(view().orders().working());
        Collections.reverse(parents);
        parents.stream().limit(200).forEach(order -> add(candidates, order));
        return candidates;
    }

    private static void add(List<Candidate> candidates, ParentOrder order) {
        candidates.add(candidate(order.parent().id().toString(), OrderShape.sentence(order), "Orders"));
        order.children()
                .forEach(child -> candidates.add(candidate(
                        child.ids().childId().toString(),
                        child.ids().venue() + " " + child.state() + ", " + child.leavesQty() + " left",
                        "Children")));
    }
}
