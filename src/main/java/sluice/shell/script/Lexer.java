package sluice.shell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.shell.script.Typed.Word;

/**
 * Cuts a text into commands and words. Confined to one thread.
 *
 * <ol>
 *   <li>A semicolon or the end of the line ends a command; a {@code #} that begins a word hides the rest of the line.
 *   <li>Single quotes take everything as it is; double quotes too, but for a backslash before one of {@code " \}.
 *   <li>Outside quotes a backslash takes the next character as it is.
 *   <li>A quote ends on its own line.
 * </ol>
 */
final class Lexer {

    private final String text;
    private final String source;
    private final List<Script.Item> items = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private int at;
    private int line;
    private int lineStart;
    private int commandStart;
    private int wordEnd;
    private int inLine;

    Lexer(String text, String source, int line) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.source = source;
        this.line = line;
    }

    Script script() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
        endCommand();
        return new Script(items);
    }

    private void step(char c) {
        if (c == '\n') {
            endCommand();
            at++;
            line++;
            lineStart = at;
            inLine = 0;
        } else if (c == ';') {
            endCommand();
            at++;
        } else if (c == '#') {
            skipLine();
        } else if (Character.isWhitespace(c)) {
            at++;
        } else {
            word();
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void endCommand() {
        if (!words.isEmpty()) {
            inLine++;
            var key = inLine == 1 ? Integer.toString(line) : line + "." + inLine;
            items.add(new Script.Read(new Typed(words, commandText(), Optional.of(source), line, key)));
            words = new ArrayList<>();
        }
    }

    /** From the first word to the last, without a comment behind it. */
    private String commandText() {
        return text.substring(commandStart, wordEnd);
    }

    private void word() {
        var start = at;
        if (words.isEmpty()) {
            commandStart = at;
        }
        var word = new StringBuilder();
        while (at < text.length() && !isEnd(text.charAt(at))) {
            if (!piece(word)) {
                unreadable(start);
                return;
            }
        }
        wordEnd = at;
        words.add(new Word(word.toString(), start - lineStart + 1, at - start));
    }

    private static boolean isEnd(char c) {
        return c == ';' || Character.isWhitespace(c);
    }

    /** One character or one quoted part; false where a quote has no end. */
    private boolean piece(StringBuilder word) {
        var c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(c, word);
        }
        if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            at++;
        }
        word.append(text.charAt(at++));
        return true;
    }

    private boolean quoted(char quote, StringBuilder word) {
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            var c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                return true;
            }
            if (c == '\\' && quote == '"' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            word.append(text.charAt(i));
        }
        return false;
    }

    private void unreadable(int start) {
        var column = start - lineStart + 1;
        skipLine();
        var shown = text.substring(commandStart, at).strip();
        items.add(
                new Script.Unreadable(shown, source, line, column, "a quote that begins here has no end on its line"));
        words = new ArrayList<>();
    }
}
