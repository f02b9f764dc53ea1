package sluice.app.config;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import sluice.app.toml.Flaw;
import sluice.app.toml.Section;
import sluice.app.toml.UnusableConfigException;
import sluice.market.Symbol;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.Groups;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

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
                            "",
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

    private static Config config(Section file) {
        var config = new Config(
                journal(file.section("journal")),
                shell(file.section("shell")),
                risk(
                        file.section("risk"),
                        consolidation(file.section("books"), GroupTables.of(file.section("groups")))),
                sim(file.section("sim")),
                paper(file.section("paper")),
                TransportTable.read(file.section("transport"), Config.USUAL.transport()),
                new Config.Reach(Venues.of(file.section("venues")), NameTables.of(file.section("symbols"))));
        file.end();
        return config;
    }

    private static Optional<Path> journal(Section section) {
        var path = section.text("path").filter(text -> !text.isEmpty()).map(Path::of);
        section.end();
        return path;
    }

    private static Config.Shell shell(Section section) {
        var usual = Config.USUAL.shell();
        var shell = new Config.Shell(
                section.duration("ready-timeout", usual.readyTimeout()), section.flag("color", usual.colour()));
        section.end();
        return shell;
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

    private static RiskConfig risk(Section section, Consolidation consolidation) {
        var set = new EnumMap<LimitKey, BigDecimal>(LimitKey.class);
        var tables = new HashMap<String, Section>();
        for (var key : LimitKey.values()) {
            var dot = key.toml().indexOf('.');
            var table = tables.computeIfAbsent(key.toml().substring(0, dot), section::section);
            var name = key.toml().substring(dot + 1);
            table.decimal(name).ifPresent(value -> {
                key.flaw(value).ifPresent(flaw -> table.wrong(name, flaw));
                set.put(key, value);
            });
        }
        tables.values().forEach(Section::end);
        var symbols = symbols(section.section("symbols"));
        section.end();
        return new RiskConfig(set, symbols, consolidation);
    }

    private static Map<Symbol, Limits.Own> symbols(Section section) {
        var symbols = new HashMap<Symbol, Limits.Own>();
        for (var name : List.copyOf(section.names())) {
            var own = section.section(name);
            var orderQty = own.decimal("max-order-qty");
            var positionQty = own.decimal("max-position-qty");
            if (orderQty.isEmpty() || positionQty.isEmpty()) {
                section.wrong(name, "needs max-order-qty and max-position-qty");
            } else {
                symbol(section, name)
                        .ifPresent(symbol -> symbols.put(symbol, new Limits.Own(orderQty.get(), positionQty.get())));
            }
            own.end();
        }
        return symbols;
    }

    private static Optional<Symbol> symbol(Section section, String name) {
        try {
            return Optional.of(Symbol.of(name));
        } catch (IllegalArgumentException e) {
            section.wrong(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
