package sluice.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.app.toml.Section;
import sluice.market.Symbol;
import sluice.market.consolidated.Group;
import sluice.market.consolidated.Groups;

/** The groups of a configuration: which symbols an order may be filled by alike. */
final class GroupTables {

    private GroupTables() {}

    /** @param watched the symbols that somebody keeps books of; without one a group would never hold together */
    static Groups of(Section section, Set<Symbol> watched) {
        var groups = new ArrayList<Group>();
        for (var name : List.copyOf(section.names())) {
            var table = section.section(name);
            var group = new Group(
                    name, table.list("symbols", List.of(), Symbol::of), table.list("through", List.of(), Symbol::of));
            table.end();
            group.flaw().or(() -> twice(group, groups)).ifPresent(flaw -> table.wrong("symbols", flaw));
            unwatched(group.symbols(), watched)
                    .ifPresent(symbol -> table.wrong("symbols", "no venue is told to watch " + symbol));
            unwatched(group.through(), watched)
                    .ifPresent(symbol -> table.wrong(
                            "through",
                            "no venue is told to watch " + symbol + ", so nothing would turn " + symbol.base()
                                    + " into " + symbol.quote()));
            groups.add(group);
        }
        section.end();
        return new Groups(groups);
    }

    private static Optional<Symbol> unwatched(List<Symbol> symbols, Set<Symbol> watched) {
        return symbols.stream().filter(symbol -> !watched.contains(symbol)).findFirst();
    }

    private static Optional<String> twice(Group group, List<Group> others) {
        for (var other : others) {
            for (var symbol : group.symbols()) {
                if (other.has(symbol)) {
                    return Optional.of(symbol + " is in the group " + other.name() + " already");
                }
            }
        }
        return group.through().stream()
                .filter(book -> group.has(book) || others.stream().anyMatch(other -> other.has(book)))
                .map(book -> book + " turns quotes into one another, so it cannot be in a group itself")
                .findFirst();
    }
}
