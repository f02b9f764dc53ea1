package sluice.app.config;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import sluice.app.toml.Flaw;
import sluice.app.toml.Section;
import sluice.app.toml.UnusableConfigException;
import sluice.engine.watch.Diligence;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.Groups;

/** Reads the configuration file; {@code config.example.toml} says what each key is for. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * The configuration in the file, or the usual one where there is no file.
     *
     * @throws UnusableConfigException with everything that is wrong
     */
    public static Config read(Path file) {
        if (!Files.exists(file)) {
            return Config.USUAL;
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new UnusableConfigException("The configuration " + file + " is not written in UTF-8.");
        } catch (IOException e) {
            throw new UnusableConfigException("The configuration " + file + " cannot be read: " + e.getMessage());
        }
    }

    static Config parse(String name, String text) {
        var toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new UnusableConfigException(toml.errors().stream()
                    .map(error -> new Flaw(
                            name,
                            error.position().line(),
                            error.position().column(),
                            key(text, error.position().line()),
                            String.valueOf(error.getMessage())))
                    .toList());
        }
        var flaws = new ArrayList<Flaw>();
        var config = config(new Section(name, "", Optional.of(toml), flaws));
        if (!flaws.isEmpty()) {
            throw new UnusableConfigException(flaws);
        }
        return config;
    }

    /** What the line sets, as far as it can be told from a line that cannot be read. */
    private static String key(String text, int line) {
        var lines = text.lines().limit(line).toList();
        var table = "";
        for (var each : lines) {
            table = each.matches("\\s*\\[[A-Za-z0-9_.-]+].*") ? each.strip().replaceAll("^\\[(.*?)].*$", "$1.") : table;
        }
        var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        return last.matches("[A-Za-z0-9_.-]+\\s*=.*") ? table + last.replaceAll("\\s*=.*$", "") : "";
    }

    private static Config config(Section file) {
        var reach = new Config.Reach(Venues.of(file.section("venues")), NameTables.of(file.section("symbols")));
        var sim = sim(file.section("sim"));
        var groups = GroupTables.of(file.section("groups"), watched(reach, sim));
        var config = new Config(
                new Config.Own(
                        journal(file.section("journal")),
                        WatchTables.of(
                                file.section("health"),
                                file.section("alerts"),
                                file.section("metrics"),
                                file.section("log"))),
                shell(file.section("shell")),
                RiskTables.of(file.section("risk"), consolidation(file.section("books"), groups)),
                sim,
                paper(file.section("paper")),
                new Config.Transport(
                        TransportTable.read(
                                file.section("transport"),
                                Config.USUAL.transport().links()),
                        diligence(file.section("recovery"))),
                reach);
        file.end();
        return config;
    }

    /**
     * The symbols that books are kept of, as they are called here: at the venues, or at the simulated ones without any.
     */
    private static Set<Symbol> watched(Config.Reach reach, Config.Sim sim) {
        if (reach.venues().isEmpty()) {
            return Set.copyOf(sim.symbols());
        }
        var watched = new HashSet<Symbol>();
        for (var venue : reach.venues()) {
            watched.addAll(venue.symbols());
            watched.addAll(reach.names()
                    .getOrDefault(new VenueId(venue.name()), Map.of())
                    .values());
        }
        return watched;
    }

    private static Optional<Path> journal(Section section) {
        var path = section.text("path").filter(text -> !text.isEmpty()).map(Path::of);
        section.end();
        return path;
    }

    private static Config.Shell shell(Section section) {
        var usual = Config.USUAL.shell();
        var shell = new Config.Shell(
                section.duration("ready-timeout", usual.readyTimeout()),
                section.flag("color", usual.colour()),
                section.flag("pager", usual.pager()),
                above(section, "confirm-above"));
        section.end();
        return shell;
    }

    private static Optional<BigDecimal> above(Section section, String key) {
        return section.says(key, Effective.NONE) ? Optional.empty() : section.decimal(key);
    }

    private static Consolidation consolidation(Section section, Groups groups) {
        var usual = Consolidation.DEFAULT;
        var books = new Consolidation(
                section.duration("stale-after", usual.staleAfter()),
                section.decimal("outlier-bps").orElse(usual.outlierBps()),
                groups);
        section.end();
        return books;
    }

    private static Config.Sim sim(Section section) {
        var usual = Config.USUAL.sim();
        var sim = new Config.Sim(section.whole("seed"), section.list("symbols", usual.symbols(), Symbol::of));
        section.end();
        return sim;
    }

    private static Config.Paper paper(Section section) {
        var usual = Config.USUAL.paper();
        var paper = new Config.Paper(
                balances(section.section("balances"), usual.balances()),
                section.duration("latency", usual.latency()),
                section.duration("jitter", usual.jitter()));
        section.end();
        return paper;
    }

    private static Map<String, BigDecimal> balances(Section section, Map<String, BigDecimal> usual) {
        var balances = new HashMap<String, BigDecimal>();
        for (var asset : List.copyOf(section.names())) {
            section.decimal(asset).ifPresent(amount -> balances.put(asset, amount));
        }
        return balances.isEmpty() ? usual : balances;
    }

    private static Diligence diligence(Section section) {
        var usual = Config.USUAL.transport().diligence();
        var diligence = new Diligence(
                section.count("escalate-after", usual.escalateAfter(), 1),
                section.duration("compare-every", usual.compareEvery()),
                section.duration("quiet-after", usual.quietAfter()),
                section.duration("quiet-every", usual.quietEvery()));
        if (diligence.quietEvery().compareTo(Duration.ofSeconds(1)) < 0) {
            section.wrong("quiet-every", "must be at least 1s");
        }
        section.end();
        return diligence;
    }
}
