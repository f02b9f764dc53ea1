package sluice.app.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.app.toml.Section;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** By venue, what a symbol of its list is called here. */
final class NameTables {

    private NameTables() {}

    static Map<VenueId, Map<Symbol, Symbol>> of(Section section) {
        var names = new HashMap<VenueId, Map<Symbol, Symbol>>();
        for (var venue : List.copyOf(section.names())) {
            var table = table(section.section(venue));
            if (!table.isEmpty()) {
                names.put(new VenueId(venue), table);
            }
        }
        section.end();
        return names;
    }

    private static Map<Symbol, Symbol> table(Section table) {
        var names = new LinkedHashMap<Symbol, Symbol>();
        for (var key : List.copyOf(table.names())) {
            var name = table.parsed(key, Symbol.spot(key, ""), Symbol::of);
            try {
                if (names.containsValue(name)) {
                    table.wrong(key, "is called like another one, " + name);
                }
                names.put(Symbol.of(key), name);
            } catch (IllegalArgumentException e) {
                table.wrong(key, String.valueOf(e.getMessage()));
            }
        }
        table.end();
        return names;
    }
}
