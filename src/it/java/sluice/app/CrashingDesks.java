package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import sluice.app.desk.journal.SqliteLibrary;
import sluice.app.log.LogConfig;

/**
 * Several desks in one process that is to be killed, each with a home, a journal and a venue of its own. A line that is
 * handed in begins with the name of the one it is for, and one that is said with the name of whose it is.
 */
final class CrashingDesks {

    static final String NEXT = ";";

    private CrashingDesks() {}

    /** The words of one on the command line. */
    static List<String> words(CrashingDesk desk) {
        var words = new ArrayList<>(List.of(desk.name(), desk.last(), Boolean.toString(desk.fromStart())));
        words.addAll(desk.words());
        words.add(NEXT);
        return words;
    }

    /** @param arguments where the log is, then desk after desk */
    public static void main(String[] arguments) throws IOException {
        LogConfig.use(Path.of(arguments[0]), false);
        SqliteLibrary.ready();
        var inputs = new TreeMap<String, OutputStream>();
        var words = new ArrayList<String>();
        for (var word : List.of(arguments).subList(1, arguments.length)) {
            if (word.equals(NEXT)) {
                inputs.put(words.get(0), desk(words).start());
                words.clear();
            } else {
                words.add(word);
            }
        }
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var name = line.substring(0, line.indexOf(' '));
            var input = inputs.get(name);
            input.write((line.substring(name.length() + 1) + "\n").getBytes(UTF_8));
            input.flush();
        }
    }

    private static CrashingDesk desk(List<String> words) {
        return new CrashingDesk(
                words.get(0),
                words.get(1),
                Boolean.parseBoolean(words.get(2)),
                List.copyOf(words.subList(3, words.size())));
    }
}
