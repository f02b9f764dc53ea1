package sluice.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The program's arguments: global options, wherever they stand, and the words of the command that are left. Immutable.
 *
 * <p>Read by hand, because a short run would spend more time on picocli's model of them than on its command.
 */
public record Options(Map<Value, String> values, Set<Flag> flags, List<String> words) {

    private static final Pattern KEY = Pattern.compile(
            "--?([a-z]+-)*(key|apikey|secret|apisecret|token|jwt|pem|passphrase|password|signature)s?(=.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Options that are followed by a value, or joined to one by an equals sign. */
    public enum Value {
        CONFIG("--config"),
        PROFILE("--profile"),
        HOME("--home"),
        JOURNAL("--journal"),
        SEED("--seed"),
        SIM("--sim");

        private final String text;

        Value(String text) {
            this.text = text;
        }
    }

    /** Options that stand alone. */
    public enum Flag {
        ATTACH("--attach"),
        NO_ATTACH("--no-attach"),
        JSON("--json"),
        NO_COLOR("--no-color"),
        NO_PAGER("--no-pager"),
        YES("--yes"),
        VERBOSE("-v"),
        HELP("--help"),
        VERSION("--version");

        private final String text;

        Flag(String text) {
            this.text = text;
        }
    }

    public Options {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
        words = List.copyOf(words);
    }

    /**
     * Reads the arguments. After the command, what is no global option is the command's; a help flag there is, too.
     *
     * @throws UsageException for an unknown option before the command, or a bad value
     */
    public static Options of(List<String> arguments) {
        var values = new EnumMap<Value, String>(Value.class);
        var flags = EnumSet.noneOf(Flag.class);
        var words = new ArrayList<String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            refuseKey(word);
            if (word.equals("--")) {
                rest.forEachRemaining(words::add);
            } else if (!takesValue(word, rest, values) && !isFlag(word, words.isEmpty(), flags)) {
                words.add(word(word, words.isEmpty()));
            }
        }
        checkSeed(values);
        return new Options(values, flags, words);
    }

    /** What stands on a command line is read by every process, and kept by the shell; it is not repeated here. */
    private static void refuseKey(String word) {
        if (KEY.matcher(word).matches()) {
            throw new UsageException("keys are never taken from the command line, where any process of this machine can"
                    + " read them: name a source in [venues.NAME.keys] of the configuration. If that was a real key,"
                    + " revoke it");
        }
    }

    private static boolean takesValue(String word, Iterator<String> rest, Map<Value, String> values) {
        for (var option : Value.values()) {
            if (word.startsWith(option.text + "=")) {
                values.put(option, word.substring(option.text.length() + 1));
                return true;
            }
            if (word.equals(option.text)) {
                if (!rest.hasNext()) {
                    throw new UsageException(option.text + " needs a value");
                }
                values.put(option, rest.next());
                return true;
            }
        }
        return false;
    }

    private static boolean isFlag(String word, boolean beforeCommand, Set<Flag> flags) {
        for (var flag : Flag.values()) {
            if (word.equals(flag.text) || beforeCommand && word.equals(shortForm(flag))) {
                if (!beforeCommand && (flag == Flag.HELP || flag == Flag.VERSION)) {
                    return false;
                }
                flags.add(flag);
                return true;
            }
        }
        return false;
    }

    private static String shortForm(Flag flag) {
        return flag == Flag.HELP ? "-h" : flag == Flag.VERSION ? "-V" : flag.text;
    }

    private static String word(String word, boolean beforeCommand) {
        if (beforeCommand && word.startsWith("-")) {
            throw new UsageException(
                    "unknown option " + word.replaceFirst("=.*", "") + "; sluice --help lists those there are");
        }
        return word;
    }

    private static void checkSeed(Map<Value, String> values) {
        var seed = values.get(Value.SEED);
        if (seed != null && !seed.matches("-?[0-9]{1,18}")) {
            throw new UsageException("--seed must be a whole number, not " + seed);
        }
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    public Optional<String> value(Value option) {
        return Optional.ofNullable(values.get(option));
    }

    public Optional<Path> path(Value option) {
        return value(option).map(Path::of);
    }

    public OptionalLong seed() {
        return value(Value.SEED).stream().mapToLong(Long::parseLong).findFirst();
    }

    /** Whether only help is wanted: of the program, or of the command. */
    boolean asksForHelp() {
        return has(Flag.HELP) || words.contains("--help") || words.contains("-h");
    }

    /** The command, or nothing where the prompt is meant. */
    public Optional<String> command() {
        return words.stream().findFirst();
    }
}
