package sluice.app.venue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.app.toml.Section;
import sluice.app.toml.Written;
import sluice.net.gate.Deadlines;

/**
 * What a venue's section says, with what each key comes to written down as the file would say it. Confined to one
 * thread.
 */
final class Settings {

    private final Section section;
    private final String path;
    private final Map<String, String> shown;

    Settings(Section section) {
        this(section, "", new LinkedHashMap<>());
    }

    /** Those of a venue of which no file says anything. */
    static Settings usual() {
        return new Settings(new Section("", "", Optional.empty(), new ArrayList<>()));
    }

    private Settings(Section section, String path, Map<String, String> shown) {
        this.section = section;
        this.path = path;
        this.shown = shown;
    }

    /** A table within, whose keys are shown with its name before theirs. */
    Settings in(String key) {
        return new Settings(section.section(key), path + key + ".", shown);
    }

    /** The addresses of the network that the section names. */
    <H> H network(Map<String, H> networks, H usual) {
        return Places.network(section, networks, usual);
    }

    String http(String key, String usual) {
        return note(key, Places.http(section, key, usual));
    }

    String socket(String key, String usual) {
        return note(key, Places.socket(section, key, usual));
    }

    String text(String key, String usual) {
        return note(key, section.text(key, usual));
    }

    private String note(String key, String text) {
        shown.put(path + key, Written.text(text));
        return text;
    }

    Duration duration(String key, Duration usual) {
        var duration = section.duration(key, usual);
        shown.put(path + key, Written.time(duration));
        return duration;
    }

    /** One that may not be longer than the venue allows. */
    Duration duration(String key, Duration usual, Duration longest) {
        var duration = duration(key, usual);
        if (duration.compareTo(longest) > 0) {
            section.wrong(key, "must be at most " + Written.time(longest) + ", which is all the venue allows");
        }
        return duration;
    }

    /** How long replies are waited for. */
    Deadlines deadlines(Deadlines usual) {
        return new Deadlines(
                duration("order-deadline", usual.order()),
                duration("cancel-deadline", usual.cancel()),
                duration("query-deadline", usual.read()));
    }

    int count(String key, int usual, int least) {
        return count(key, usual, least, Integer.MAX_VALUE);
    }

    int count(String key, int usual, int least, int most) {
        var count = (int) section.whole(key, usual, least, most);
        shown.put(path + key, Written.whole(count));
        return count;
    }

    /** Nothing more is asked of this table. */
    void end() {
        section.end();
    }

    /** What was read, in the order of reading. */
    Map<String, String> shown() {
        return new LinkedHashMap<>(shown);
    }
}
