package sluice.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sluice.report.Failure;
import sluice.shell.Entry;
import sluice.shell.UnusableInputException;
import sluice.shell.script.Typed;
import sluice.shell.words.Suggestions;

/** Says what is wrong with the words of a command, and which of them it is. */
final class ParseFailure {

    /** The member of the detail that names the word to blame. */
    static final String WORD = "word";

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern NO_VALUE = Pattern.compile("Missing required parameter for option '(.+?)' \\((.+)\\)");

    private ParseFailure() {}

    /** A number below zero looks like an option to picocli; people should be told what is wrong with it instead. */
    static void refuseNegative(CommandLine line, List<String> words) {
        for (var word : words) {
            if (word.matches("-[0-9.].*") && line.getCommandSpec().findOption(word) == null) {
                throw new UnusableInputException(
                        Failure.of("USAGE", "quantities, prices and times must be positive: " + shown(word))
                                .with(WORD, shown(word)));
            }
        }
    }

    static Failure of(ParameterException e, Entry entry, List<String> words) {
        var hint = "help " + entry.name() + " shows how it is used";
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            var word = unmatched.getUnmatched().get(0);
            return Failure.of("USAGE", joined(unmatched(e.getCommandLine(), entry, word), hint))
                    .with(WORD, shown(word));
        }
        if (e instanceof MissingParameterException missing) {
            return Failure.of("USAGE", joined(missing(missing, entry), hint));
        }
        var message = String.valueOf(e.getMessage())
                .replaceFirst("^Invalid value for positional parameter at index [0-9.]+ \\((.+?)\\): ", "$1: ")
                .replaceFirst("^Invalid value for option '(.+?)'(?: \\(.+?\\))?: ", "$1: ");
        var failure = Failure.of("USAGE", joined(message.strip().replaceFirst("(?<![.])[.]$", ""), hint));
        return words.contains(String.valueOf(e.getValue())) ? failure.with(WORD, shown(e.getValue())) : failure;
    }

    private static String unmatched(CommandLine line, Entry entry, String word) {
        if (!word.startsWith("-")) {
            return entry.name() + " takes no further word: " + shown(word);
        }
        var known = new ArrayList<String>();
        line.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        return "unknown option " + shown(word) + " of " + entry.name() + Suggestions.of(word, known);
    }

    /** picocli names what is missing in quotes. */
    private static String missing(MissingParameterException e, Entry entry) {
        var message = String.valueOf(e.getMessage());
        var value = NO_VALUE.matcher(message);
        if (value.matches()) {
            return value.group(1) + " needs a value, " + value.group(2);
        }
        var labels =
                QUOTED.matcher(message).results().map(found -> found.group(1)).toList();
        return labels.isEmpty() ? message : entry.name() + " needs " + String.join(" and ", labels);
    }

    private static String joined(String sentence, String hint) {
        return sentence + (sentence.endsWith("?") ? " " : "; ") + hint;
    }

    /** Where the word stands that the failure is about; the command's own place where no single word is to blame. */
    static int column(Typed typed, Failure failure) {
        var blamed = failure.detail().get(WORD);
        for (var word : typed.words()) {
            if (shown(word.text()).equalsIgnoreCase(blamed)) {
                return word.column();
            }
        }
        return typed.words().get(0).column();
    }

    private static String shown(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "...";
    }
}
