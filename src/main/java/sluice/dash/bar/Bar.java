package sluice.dash.bar;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.History;

/** The command bar: a line with the prompt's completion and history. Confined to the dash's thread. */
public final class Bar {

    private final Edit edit = new Edit("");
    private final Completion completion;
    private final List<String> lines = new ArrayList<>();
    private Completion.Choice choice = Completion.Choice.NONE;
    private int chosen = -1;
    private int back;

    /** What was typed before it was left for the history. */
    private String own = "";

    public Bar(Completion completion, History history) {
        this.completion = completion;
        history.forEach(entry -> lines.add(entry.line()));
    }

    public Edit edit() {
        return edit;
    }

    /** What can be chosen from now; empty while nothing was asked for. */
    public List<Completion.Offer> offers() {
        return choice.offers();
    }

    /** Which of them stands in the line; empty for none. */
    public Optional<Integer> chosen() {
        return chosen < 0 ? Optional.empty() : Optional.of(chosen);
    }

    /** Takes a key other than those that end it. */
    public void takes(KeyStroke key) {
        var type = key.getKeyType();
        if (type == KeyType.Tab) {
            completes(1);
        } else if (type == KeyType.ReverseTab) {
            completes(-1);
        } else {
            choice = Completion.Choice.NONE;
            chosen = -1;
            if (type == KeyType.ArrowUp) {
                recalls(1);
            } else if (type == KeyType.ArrowDown) {
                recalls(-1);
            } else {
                edit.takes(key);
            }
        }
    }

    private void completes(int by) {
        if (choice.offers().isEmpty()) {
            begins();
            return;
        }
        var count = choice.offers().size();
        var standing = chosen < 0
                ? choice.begun()
                : choice.offers().get(chosen).value().length();
        chosen = chosen < 0 ? by > 0 ? 0 : count - 1 : Math.floorMod(chosen + by, count);
        edit.complete(standing, choice.offers().get(chosen).value());
    }

    private void begins() {
        var found = completion.at(edit.text(), edit.cursor());
        if (found.offers().isEmpty()) {
            return;
        }
        var common = found.common();
        if (common.length() >= found.begun()) {
            edit.complete(found.begun(), common);
        }
        if (found.offers().size() == 1) {
            edit.complete(0, " ");
        } else {
            choice = new Completion.Choice(found.offers(), Math.max(found.begun(), common.length()));
        }
    }

    private void recalls(int by) {
        if (back == 0) {
            own = edit.text();
        }
        back = Math.max(0, Math.min(lines.size(), back + by));
        edit.replace(back == 0 ? own : lines.get(lines.size() - back));
    }
}
