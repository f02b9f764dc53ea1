package sluice.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.app.toml.Section;
import sluice.market.Symbol;
import sluice.market.consolidated.Group;
import sluice.market.consolidated.Groups;

/** The groups of a configuration: which symbols an order may be filled by alike. */
final class GroupTables {

    private GroupTables() {}

    static Groups of(Section section) {
        var groups = new ArrayList<Group>();
        for (var name : List.copyOf(section.names())) {
            var table = section.section(name);
            var group = new Group(
                    name, table.list("symbols", List.of(), Symbol::of), table.list("through", List.of(), Symbol::of));
            table.end();
            group.flaw().or(() -> twice(group, groups)).ifPresent(flaw -> table.wrong("symbols", flaw));
            groups.add(group);
        }
        section.end();
        return new Groups(groups);
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
