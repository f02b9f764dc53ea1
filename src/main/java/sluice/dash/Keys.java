package sluice.dash;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.Optional;
import sluice.dash.bar.Bar;
import sluice.dash.bar.Edit;
import sluice.dash.tile.Kind;

/** What a key does where the operator is. Confined to the dash's thread. */
final class Keys {

    private static final int PAGE = 10;

    private final Board board;
    private final Actions actions;

    Keys(Board board, Actions actions) {
        this.board = board;
        this.actions = actions;
    }

    void take(KeyStroke key) {
        if (isControl(key, 'l')) {
            actions.redraw();
        } else if (isControl(key, 'z')) {
            actions.say("Ctrl-Z would stop the desk too; q goes back to the prompt.");
        } else if (board.ask().isPresent()) {
            answer(key);
        } else if (board.bar().isPresent()) {
            bar(board.bar().get(), key);
        } else if (board.filter().isPresent()) {
            filter(board.filter().get(), key);
        } else if (isControl(key, 'c')) {
            actions.interrupt();
        } else if (board.window().isPresent()) {
            window(board.window().get(), key);
        } else {
            pane(key);
        }
    }

    private static boolean isControl(KeyStroke key, char letter) {
        return key.getKeyType() == KeyType.Character && key.isCtrlDown() && key.getCharacter() == letter;
    }

    private static char letter(KeyStroke key) {
        return key.getKeyType() == KeyType.Character && !key.isCtrlDown() && !key.isAltDown() ? key.getCharacter() : 0;
    }

    private void answer(KeyStroke key) {
        var ask = board.ask();
        board.ask(Optional.empty());
        if (letter(key) == 'y' || letter(key) == 'Y') {
            ask.ifPresent(each -> each.yes().run());
        } else {
            ask.ifPresent(each -> each.no().run());
        }
    }

    private void bar(Bar bar, KeyStroke key) {
        if (key.getKeyType() == KeyType.Escape || isControl(key, 'c')) {
            board.bar(Optional.empty());
        } else if (key.getKeyType() == KeyType.Enter) {
            board.bar(Optional.empty());
            actions.run(bar.edit().text());
        } else {
            bar.takes(key);
        }
    }

    private void filter(Edit edit, KeyStroke key) {
        if (key.getKeyType() == KeyType.Escape || isControl(key, 'c')) {
            board.filter(Optional.empty());
            board.stance(board.focus()).filter("");
        } else if (key.getKeyType() == KeyType.Enter) {
            board.filter(Optional.empty());
        } else if (edit.takes(key)) {
            actions.filter(edit.text());
        }
    }

    private void window(Window window, KeyStroke key) {
        var by = movement(key);
        if (by != 0) {
            window.move(by);
        } else if (letter(key) == ':') {
            actions.type();
        } else {
            board.window(Optional.empty());
        }
    }

    private static int movement(KeyStroke key) {
        return switch (key.getKeyType()) {
            case ArrowUp -> -1;
            case ArrowDown -> 1;
            case PageUp -> -PAGE;
            case PageDown -> PAGE;
            case Home -> -Integer.MAX_VALUE / 2;
            case End -> Integer.MAX_VALUE / 2;
            default ->
                switch (letter(key)) {
                    case 'k' -> -1;
                    case 'j' -> 1;
                    case 'g' -> -Integer.MAX_VALUE / 2;
                    case 'G' -> Integer.MAX_VALUE / 2;
                    default -> 0;
                };
        };
    }

    private void pane(KeyStroke key) {
        var by = movement(key);
        if (by != 0) {
            board.stance(board.focus()).move(by);
            return;
        }
        switch (key.getKeyType()) {
            case Tab -> board.goOn(1);
            case ReverseTab -> board.goOn(-1);
            case Enter -> actions.open();
            case Escape -> back();
            case Character -> letter(letter(key));
            default -> {}
        }
    }

    private void back() {
        var stance = board.stance(board.focus());
        if (stance.filter().isEmpty()) {
            board.zoom(false);
        } else {
            stance.filter("");
        }
        board.told().hush();
    }

    private void letter(char letter) {
        for (var kind : Kind.values()) {
            if (kind.key() == letter) {
                board.go(kind);
                return;
            }
        }
        switch (letter) {
            case ':' -> actions.type();
            case '/' ->
                board.filter(Optional.of(new Edit(board.stance(board.focus()).filter())));
            case '?' -> board.window(Optional.of(HelpText.window()));
            case 'q' -> actions.leave();
            case 'a' -> actions.acknowledge();
            case 'c' -> actions.cancel();
            case 'K' -> actions.kill();
            case '[' -> actions.lookOn(-1);
            case ']' -> actions.lookOn(1);
            default -> arrange(letter);
        }
    }

    private void arrange(char letter) {
        var focus = board.focus();
        switch (letter) {
            case 'z' -> board.zoom(!board.isZoomed());
            case 'x' -> board.arrange(board.arrangement().without(focus));
            case '<' -> board.arrange(board.arrangement().moved(focus, -1));
            case '>' -> board.arrange(board.arrangement().moved(focus, 1));
            case '+' -> board.arrange(board.arrangement().resized(focus, 1));
            case '-' -> board.arrange(board.arrangement().resized(focus, -1));
            case '=' -> actions.arrangeAsUsual();
            case 'w' -> actions.keepArrangement();
            default -> {}
        }
    }
}
