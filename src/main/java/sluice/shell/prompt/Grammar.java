package sluice.shell.prompt;

import java.util.List;
import java.util.Optional;
import org.jline.reader.impl.DefaultParser;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.shell.Session;
import sluice.shell.UnusableInputException;

/** What the words of an unfinished line are to the command they begin with. */
record Grammar(Session session) {

    /** The words of another command among those of one, such as {@code watch}. */
    static final String COMMAND = "COMMAND";

    /** Words are told from each other as the shell does it. */
    static DefaultParser parser() {
        var parser = new DefaultParser();
        parser.setEofOnUnclosedQuote(false);
        parser.setEofOnEscapedNewLine(false);
        return parser;
    }

    /** The command meant by the first word, ready to parse the others. */
    Optional<CommandLine> line(String command) {
        try {
            return Optional.of(session.table().line(session.table().meant(command), session));
        } catch (UnusableInputException e) {
            return Optional.empty();
        }
    }

    /** How many words belong to a command that runs another before that begins; empty where there is no other. */
    Optional<Integer> outer(CommandSpec spec, List<String> words) {
        var holdsCommand = spec.positionalParameters().stream()
                .anyMatch(each ->
                        each.paramLabel().equals(COMMAND) && each.arity().isVariable());
        for (var i = 1; holdsCommand && i < words.size(); i++) {
            var option = spec.findOption(words.get(i));
            if (option == null && !words.get(i).startsWith("-")) {
                return Optional.of(i);
            }
            i += option == null ? 0 : option.arity().max();
        }
        return Optional.empty();
    }

    /** What the word is that follows these: the value of an option, or a parameter. */
    Optional<? extends ArgSpec> argument(CommandSpec spec, List<String> before) {
        var previous = before.isEmpty() ? "" : before.get(before.size() - 1);
        var option = spec.findOption(previous);
        if (option != null && option.arity().max() > 0) {
            return Optional.of(option);
        }
        var index = index(spec, before);
        return spec.positionalParameters().stream()
                .filter(each -> holds(each, index))
                .findFirst();
    }

    private static boolean holds(PositionalParamSpec each, int index) {
        var range = each.index().isVariable() || each.arity().max() > 1;
        return range || each.index().contains(index);
    }

    /** How many words before the cursor are neither options nor their values. */
    int index(CommandSpec spec, List<String> before) {
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
