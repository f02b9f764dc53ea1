package sluice.app.venue;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import sluice.app.toml.Section;
import sluice.shell.words.Suggestions;

/** Addresses of a venue in its section: a named network says them all, and each can be said on its own. */
final class Places {

    private static final String NETWORK = "network";

    private Places() {}

    /** The addresses of the network that the section names; of the first one where it names none. */
    static <H> H network(Section section, Map<String, H> networks, H usual) {
        return section.parsed(NETWORK, usual, text -> {
            var hosts = networks.get(text.toLowerCase(Locale.ROOT));
            if (hosts == null) {
                var names = new TreeSet<>(networks.keySet());
                throw new IllegalArgumentException(
                        "must be one of " + String.join(", ", names) + Suggestions.of(text, names));
            }
            return hosts;
        });
    }

    static String http(Section section, String key, String usual) {
        return url(section, key, usual, "https://", "http://");
    }

    static String socket(Section section, String key, String usual) {
        return url(section, key, usual, "wss://", "ws://");
    }

    /** Plain protocols are for this machine only: a key must not cross a network in the clear. */
    private static String url(Section section, String key, String usual, String secure, String plain) {
        return section.parsed(key, usual, text -> {
            var local = text.matches("\\w+://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?(/.*)?");
            if (!text.startsWith(secure) && !(local && text.startsWith(plain))) {
                throw new IllegalArgumentException(
                        "must begin with " + secure + " (" + plain + " only for this machine)");
            }
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        });
    }
}
