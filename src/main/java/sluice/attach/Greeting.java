package sluice.attach;

import java.util.regex.Pattern;

/**
 * Who is at this end. Immutable.
 *
 * @param protocol both ends have to speak the same
 * @param version of the program
 * @param pid of the process
 * @param terminal it was started at, such as {@code pts/3}, or empty
 * @param since when the process started, as the journal's lock says it
 * @param profile {@code sim}, {@code paper} or {@code live}
 */
public record Greeting(int protocol, String version, long pid, String terminal, String since, String profile) {

    /** Raised when an end of another number could be misunderstood. */
    public static final int PROTOCOL = 1;

    private static final Pattern TERMINAL = Pattern.compile("[A-Za-z0-9/._-]{0,64}");

    public Greeting {
        if (!TERMINAL.matcher(terminal).matches()) {
            throw new IllegalArgumentException("no name of a terminal");
        }
    }

    /** As people are told. */
    String process() {
        return "pid " + pid + ", started " + since;
    }

    /** As the journal is told, before the way a command came in. */
    String via() {
        return "attach:" + pid + ":" + (terminal.isEmpty() ? "" : terminal + ":");
    }
}
