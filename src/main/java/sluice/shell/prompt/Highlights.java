package sluice.shell.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.shell.Session;
import sluice.shell.script.Script;
import sluice.shell.script.Typed.Word;

/**
 * Colours the line while it is typed: commands, options, symbols and venues there are, and what the command's own
 * parser would not take. The word under the cursor is not yet wrong. Confined to the thread that reads the line.
 */
final class Highlights implements Highlighter {

    private static final AttributedStyle COMMAND = AttributedStyle.BOLD;
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle NAME = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle BAD =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline();

    private final Session session;
    private final Grammar grammar;

    Highlights(Session session) {
        this.session = session;
        this.grammar = new Grammar(session);
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return highlighted(buffer);
    }

    AttributedString highlighted(String buffer) {
        var styles = new HashMap<Word, AttributedStyle>();
        var words = new ArrayList<Word>();
        for (var item : Script.of(buffer, "").items()) {
            if (item instanceof Script.Read read) {
                words.addAll(read.typed().words());
                command(read.typed().words(), buffer.length(), styles);
            }
        }
        var line = new AttributedStringBuilder(buffer.length());
        var at = 0;
        for (var word : words) {
            var start = word.column() - 1;
            line.append(buffer, at, start);
            at = start + word.length();
            line.styled(styles.getOrDefault(word, AttributedStyle.DEFAULT), buffer.substring(start, at));
        }
        return line.append(buffer, at, buffer.length()).toAttributedString();
    }

    private void command(List<Word> words, int end, Map<Word, AttributedStyle> styles) {
        var first = words.get(0);
        var line = session.aliases().containsKey(first.text())
                ? Optional.<CommandLine>empty()
                : grammar.line(first.text());
        if (line.isPresent()) {
            styles.put(first, COMMAND);
            arguments(line.get(), words, end, styles);
        } else if (session.aliases().containsKey(first.text())) {
            styles.put(first, COMMAND);
        } else if (!isUnfinished(first, end) || !begins(first.text())) {
            styles.put(first, BAD);
        }
    }

    private boolean begins(String word) {
        return session.table().entries().stream().anyMatch(entry -> entry.name().startsWith(word))
                || session.aliases().keySet().stream().anyMatch(name -> name.startsWith(word));
    }

    private void arguments(CommandLine line, List<Word> words, int end, Map<Word, AttributedStyle> styles) {
        var texts = words.stream().map(Word::text).toList();
        var inner = grammar.outer(line.getCommandSpec(), texts);
        var own = words.subList(1, inner.orElse(words.size()));
        for (var i = 0; i < own.size(); i++) {
            style(line, texts.subList(1, 1 + i), own.get(i)).ifPresent(styleOf(own.get(i), styles));
        }
        inner.ifPresent(at -> command(words.subList(at, words.size()), end, styles));
        var wrong = wrong(line, texts.subList(1, texts.size()));
        own.stream()
                .filter(word -> wrong.contains(word.text()) && !isUnfinished(word, end))
                .forEach(word -> styles.put(word, BAD));
    }

    private static Consumer<AttributedStyle> styleOf(Word word, Map<Word, AttributedStyle> styles) {
        return style -> styles.put(word, style);
    }

    private static boolean isUnfinished(Word word, int end) {
        return word.column() - 1 + word.length() == end;
    }

    private Optional<AttributedStyle> style(CommandLine line, List<String> before, Word word) {
        if (line.getCommandSpec().findOption(word.text()) != null) {
            return Optional.of(OPTION);
        }
        return grammar.argument(line.getCommandSpec(), before)
                .filter(argument -> isName(argument, word.text()))
                .map(argument -> NAME);
    }

    private boolean isName(ArgSpec argument, String word) {
        var type = Offers.type(argument);
        var venues = session.desk().view().venues();
        if (type == VenueId.class) {
            return venues.keySet().stream().anyMatch(venue -> venue.name().equalsIgnoreCase(word));
        }
        return type == Symbol.class
                && venues.values().stream()
                        .flatMap(venue -> venue.instruments().stream())
                        .anyMatch(each -> each.symbol().name().equalsIgnoreCase(word));
    }

    /** What the command's own parser does not take of its words; what is missing at the end is no mistake yet. */
    private static List<String> wrong(CommandLine line, List<String> words) {
        try {
            line.parseArgs(words.toArray(String[]::new));
            return List.of();
        } catch (UnmatchedArgumentException e) {
            return e.getUnmatched();
        } catch (ParameterException e) {
            return Optional.ofNullable(e.getValue()).stream().toList();
        }
    }
}
