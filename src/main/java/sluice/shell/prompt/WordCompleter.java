package sluice.shell.prompt;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sluice.shell.Session;

/** Completes the word under the cursor: a command, one of its options, or what the desk has for its place. */
public final class WordCompleter implements Completer {

    private final Session session;
    private final Grammar grammar;
    private final Offers offers;

    public WordCompleter(Session session) {
        this.session = session;
        this.grammar = new Grammar(session);
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
        return grammar.line(words.get(0))
                .map(CommandLine::getCommandSpec)
                .map(spec -> offered(spec, words, word))
                .orElse(List.of());
    }

    private List<Candidate> offered(CommandSpec spec, List<String> words, String word) {
        return grammar.outer(spec, words)
                .map(outer -> offered(words.subList(outer, words.size()), word))
                .orElseGet(() -> argument(spec, words.subList(1, words.size()), word));
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
        var candidates = new ArrayList<>(offers.commands());
        session.aliases().forEach((name, command) -> candidates.add(Offers.candidate(name, command, "Aliases")));
        return candidates;
    }

    private List<Candidate> argument(CommandSpec spec, List<String> before, String word) {
        var meant = grammar.argument(spec, before);
        if (word.startsWith("-") && !meant.map(ArgSpec::isOption).orElse(false)) {
            return options(spec, before);
        }
        var found = meant.map(each -> offers.of(each, grammar.index(spec, before), before))
                .orElse(List.of());
        return found.isEmpty() && !meant.map(ArgSpec::isOption).orElse(false) ? options(spec, before) : found;
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
}
