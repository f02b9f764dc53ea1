package sluice.dash.bar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;

/** What may stand at the cursor by the prompt's own completion. Safe for any thread. */
public record Completion(LineReader reader, Completer completer) {

    /**
     * Words to choose from.
     *
     * @param begun how many characters of them stand before the cursor already
     */
    public record Choice(List<Offer> offers, int begun) {

        static final Choice NONE = new Choice(List.of(), 0);

        public Choice {
            offers = List.copyOf(offers);
        }

        /** What all of them begin with. */
        String common() {
            var common = offers.get(0).value();
            for (var offer : offers) {
                var length = 0;
                while (length < Math.min(common.length(), offer.value().length())
                        && common.charAt(length) == offer.value().charAt(length)) {
                    length++;
                }
                common = common.substring(0, length);
            }
            return common;
        }
    }

    /** One of them, and what it is. */
    public record Offer(String value, String about) {}

    Choice at(String text, int cursor) {
        return parsed(text, cursor).map(this::choice).orElse(Choice.NONE);
    }

    private Choice choice(ParsedLine line) {
        var begun =
                line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
        var candidates = new ArrayList<Candidate>();
        completer.complete(reader, line, candidates);
        return new Choice(beginning(begun, candidates), begun.length());
    }

    private Optional<ParsedLine> parsed(String text, int cursor) {
        try {
            return Optional.of(reader.getParser().parse(text, cursor, Parser.ParseContext.COMPLETE));
        } catch (SyntaxError unfinished) {
            return Optional.empty();
        }
    }

    /** The completer offers all that there are, and leaves it to its reader to choose; each word once. */
    private static List<Offer> beginning(String begun, List<Candidate> candidates) {
        var start = begun.toLowerCase(Locale.ROOT);
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (var candidate : candidates) {
            if (candidate.value().toLowerCase(Locale.ROOT).startsWith(start)) {
                var about = candidate.descr() == null ? "" : candidate.descr();
                offers.putIfAbsent(candidate.value(), new Offer(candidate.value(), about));
            }
        }
        return List.copyOf(offers.values());
    }
}
