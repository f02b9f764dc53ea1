package sluice.shell.script;

import java.util.List;

/** A script, or one line of a prompt, as the commands it holds. Immutable. */
public record Script(List<Item> items) {

    /** One command, or a place where none can be read. */
    public sealed interface Item {

        int line();
    }

    /** A command with its words. */
    public record Read(Typed typed) implements Item {

        @Override
        public int line() {
            return typed.line();
        }
    }

    /** What cannot be read, and why. */
    public record Unreadable(String text, String source, int line, int column, String message) implements Item {}

    public Script {
        items = List.copyOf(items);
    }

    /** Reads a text of several lines; {@code source} names it in messages and in the journal. */
    public static Script of(String text, String source) {
        return of(text, source, 1);
    }

    /** Reads a part of a text that begins at that line. */
    public static Script of(String text, String source, int line) {
        return new Lexer(text, source, line).script();
    }
}
