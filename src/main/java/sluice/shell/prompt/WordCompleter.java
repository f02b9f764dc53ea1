package sluice.shell.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Session;
import sluice.shell.UnusableInputException;

/** Completes the word under the cursor: a command, one of its options, or what the desk has for its place. */
public final class WordCompleter implements Completer {

    private final Session session;
    private final Offers offers;

    public WordCompleter(Session session) {
        this.session = session;
        this.offers = new Offers(session);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        candidates.addAll(offered(line.words().subList(0, line.wordIndex()), line.word()));
    }

    /** All that may stand behind these words, where this word has begun. */
    public List<Candidate> offered(List<String> before, String word) {
        var words = command(before);
        if (words.isEmpty()) {
            return commands();
        }
        return spec(words.get(0))
                .map(spec -> argument(spec, words.subList(1, words.size()), word))
                .orElse(List.of());
    }

    /** The words of the command that the cursor is in: those behind the last semicolon. */
    private static List<String> command(List<String> words) {
        var command = new ArrayList<String>();
        for (var word : words) {
            if (word.endsWith(";")) {
                command.clear();
            } else {
                command.add(word);
            }
        }
        return command;
    }

    private List<Candidate> commands() {
        var candidates = new ArrayList<Candidate>();
        for (Entry entry : session.table().entries()) {
            if (entry.group() != Group.PROGRAM) {
                candidates.add(Offers.candidate(
                        entry.name(), entry.summary(), entry.group().title()));
            }
        }
        session.aliases().forEach((name, command) -> candidates.add(Offers.candidate(name, command, "Aliases")));
        return candidates;
    }

    private Optional<CommandSpec> spec(String command) {
        try {
            return Optional.of(session.table().spec(session.table().meant(command), session));
        } catch (UnusableInputException e) {
            return Optional.empty();
        }
    }

    private List<Candidate> argument(CommandSpec spec, List<String> before, String word) {
        var previous = before.isEmpty() ? "" : before.get(before.size() - 1);
        var option = spec.findOption(previous);
        if (option != null && option.arity().max() > 0) {
            return offers.of(option, 0, before);
        }
        if (word.startsWith("-")) {
            return options(spec, before);
        }
        var index = positionals(spec, before);
        return spec.positionalParameters().stream()
                .filter(each -> holds(each, index))
                .findFirst()
                .map(each -> offers.of(each, index, before))
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> options(spec, before));
    }

    private static boolean holds(PositionalParamSpec each, int index) {
        var range = each.index().isVariable() || each.arity().max() > 1;
        return range || each.index().contains(index);
    }

    private static List<Candidate> options(CommandSpec spec, List<String> before) {
        return spec.options().stream()
                .filter(option -> option.isMultiValue() || before.stream().noneMatch(word -> isNamed(option, word)))
                .map(option -> Offers.candidate(option.longestName(), description(option), "Options"))
                .toList();
    }

    private static boolean isNamed(OptionSpec option, String word) {
        return List.of(option.names()).contains(word);
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    /** How many words before the cursor are neither options nor their values. */
    private static int positionals(CommandSpec spec, List<String> before) {
        var count = 0;
        for (int i = 0; i < before.size(); i++) {
            var option = spec.findOption(before.get(i));
            if (option == null) {
                count++;
            } else {
                i += option.arity().max();
            }
        }
        return count;
    }
}
