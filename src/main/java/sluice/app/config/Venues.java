package sluice.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.app.toml.Section;
import sluice.app.venue.KeySource;
import sluice.app.venue.Kind;
import sluice.app.venue.Kinds;
import sluice.app.venue.VenueConfig;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** The venues of a configuration: each has a name of ours, and is of a kind, which it is named for unless it says. */
final class Venues {

    private static final String KIND = "kind";
    private static final String KEY = "api-key-env";
    private static final String SECRET = "api-secret-env";

    private Venues() {}

    static List<VenueConfig> of(Section section) {
        var venues = new ArrayList<VenueConfig>();
        for (var name : section.names()) {
            venue(name, section.section(name)).ifPresent(venues::add);
        }
        section.end();
        return venues;
    }

    private static Optional<VenueConfig> venue(String name, Section section) {
        var kind = kind(name, section);
        if (!section.isThere() || kind.isEmpty()) {
            return Optional.empty();
        }
        var venue = new VenueConfig(
                new VenueId(name),
                kind.get().read(section),
                section.list("symbols", kind.get().symbols(), Symbol::of),
                keys(section.section("keys")));
        var enabled = section.flag("enabled", true);
        section.end();
        return enabled ? Optional.of(venue) : Optional.empty();
    }

    private static Optional<Kind> kind(String name, Section section) {
        var kind = section.text(KIND, name);
        var found = Kinds.find(kind);
        if (section.isThere() && found.isEmpty()) {
            section.wrong(KIND, "must be one of " + String.join(", ", Kinds.names()) + ", and says " + kind);
        }
        return found;
    }

    private static KeySource keys(Section section) {
        var key = section.text(KEY);
        var secret = section.text(SECRET);
        var file = section.text("file");
        var command = section.list("command", List.of(), word -> word);
        section.end();
        var sources = new ArrayList<KeySource>();
        file.ifPresent(path -> sources.add(new KeySource.OwnerFile(home(path))));
        if (!command.isEmpty()) {
            sources.add(new KeySource.Command(command));
        }
        if (key.isPresent() && secret.isPresent()) {
            sources.add(new KeySource.Environment(key.get(), secret.get()));
        } else if (key.isPresent() || secret.isPresent()) {
            section.wrong(key.isPresent() ? KEY : SECRET, "needs " + (key.isPresent() ? SECRET : KEY) + " beside it");
        }
        if (sources.size() > 1) {
            first(section).ifPresent(name -> section.wrong(name, "is one of several sources of keys; keep one"));
        }
        return sources.isEmpty() ? new KeySource.None() : sources.get(0);
    }

    private static Optional<String> first(Section section) {
        return section.names().stream().findFirst();
    }

    private static Path home(String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
                : Path.of(path);
    }
}
