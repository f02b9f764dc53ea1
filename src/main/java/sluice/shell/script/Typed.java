package sluice.shell.script;

import java.util.List;
import java.util.Optional;

/**
 * One command as it came in, with the place it came from. Immutable.
 *
 * @param source the script, or empty for a command that stands alone
 * @param key what tells this command from all others of a batch: its line number, and its number within the line
 */
public record Typed(List<Word> words, String text, Optional<String> source, int line, String key) {

    /** One word, the column where it starts, and how far it goes as it was typed, with its quotes. */
    public record Word(String text, int column, int length) {}

    public Typed {
        words = List.copyOf(words);
    }

    /** A command that stands alone, such as the program's own arguments. */
    public static Typed alone(List<String> words) {
        var text = String.join(" ", words);
        var placed =
                words.stream().map(word -> new Word(word, 0, word.length())).toList();
        return new Typed(placed, text, Optional.empty(), 1, "1");
    }

    public String command() {
        return words.get(0).text();
    }

    public List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    /** The same command without a script around it. */
    public Typed alone() {
        return new Typed(words, text, Optional.empty(), line, key);
    }

    /** The same place with other words, for an alias. */
    public Typed with(List<Word> others) {
        return new Typed(others, text, source, line, key);
    }
}
