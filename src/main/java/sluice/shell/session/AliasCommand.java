package sluice.shell.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code alias}; an alias never hides a command. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  alias clip='buy 0.1 BTC-USDT --tag clip'", "  alias", "  alias clip=      forgets it"})
final class AliasCommand implements ShellCommand {

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "NAME=COMMAND", description = "What the name is to stand for.")
    private List<String> words = List.of();

    AliasCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        if (!words.isEmpty()) {
            definition();
        }
    }

    /** A name, and what it is to stand for. */
    private record Definition(String name, String command) {}

    private Definition definition() {
        var text = String.join(" ", words);
        var equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        if (equals < 0 || !name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new UnusableInputException("expected alias NAME=COMMAND, not alias " + text);
        }
        if (session.table().named(name).isPresent()) {
            throw new UnusableInputException(name + " is a command; an alias needs another name");
        }
        return new Definition(name, text.substring(equals + 1).strip());
    }

    @Override
    public Outcome run() {
        if (!words.isEmpty()) {
            var definition = definition();
            if (definition.command.isEmpty()) {
                session.aliases().remove(definition.name);
            } else {
                session.aliases().put(definition.name, definition.command);
            }
        }
        return Outcome.done(new Listed(new TreeMap<>(session.aliases())));
    }

    private record Listed(Map<String, String> aliases) implements Report {

        @Override
        public void json(Json out) {
            out.object("aliases", members -> aliases.forEach(members::text));
        }

        @Override
        public void text(Text out) {
            var table = new Table("ALIAS", "STANDS FOR");
            aliases.forEach(table::row);
            out.table(table, "No aliases.");
        }
    }
}
