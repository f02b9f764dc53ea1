package sluice.dash.bar;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;

/** A line being typed, with a cursor in it. Confined to the dash's thread. */
public final class Edit {

    private final StringBuilder text = new StringBuilder();
    private int cursor;

    public Edit(String start) {
        replace(start);
    }

    public String text() {
        return text.toString();
    }

    public int cursor() {
        return cursor;
    }

    void replace(String other) {
        text.setLength(0);
        text.append(other);
        cursor = text.length();
    }

    /** Puts a text where so many characters before the cursor stand. */
    void complete(int before, String with) {
        text.replace(cursor - before, cursor, with);
        cursor += with.length() - before;
    }

    /** Whether the key meant something here. */
    public boolean takes(KeyStroke key) {
        if (key.getKeyType() == KeyType.Character) {
            return key.isCtrlDown() ? control(key.getCharacter()) : typed(key.getCharacter());
        }
        return moves(key.getKeyType());
    }

    private boolean typed(char character) {
        if (!Character.isISOControl(character)) {
            text.insert(cursor++, character);
        }
        return true;
    }

    private boolean control(char character) {
        switch (character) {
            case 'a' -> cursor = 0;
            case 'e' -> cursor = text.length();
            case 'u' -> erase(0, cursor);
            case 'k' -> text.setLength(cursor);
            case 'w' -> erase(wordStart(), cursor);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moves(KeyType key) {
        switch (key) {
            case ArrowLeft -> cursor = Math.max(0, cursor - 1);
            case ArrowRight -> cursor = Math.min(text.length(), cursor + 1);
            case Home -> cursor = 0;
            case End -> cursor = text.length();
            case Backspace -> erase(Math.max(0, cursor - 1), cursor);
            case Delete -> text.delete(cursor, Math.min(text.length(), cursor + 1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void erase(int from, int to) {
        text.delete(from, to);
        cursor = from;
    }

    private int wordStart() {
        var at = cursor;
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        while (at > 0 && text.charAt(at - 1) != ' ') {
            at--;
        }
        return at;
    }
}
