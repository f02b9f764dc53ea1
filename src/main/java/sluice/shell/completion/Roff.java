package sluice.shell.completion;

import java.util.List;
import java.util.Locale;

/** A page of the manual as it grows, in the man macros of troff. Confined to the thread that writes it. */
final class Roff {

    private final StringBuilder page = new StringBuilder();

    Roff(String name, String version) {
        line(".TH \"" + escaped(name.toUpperCase(Locale.ROOT)) + "\" \"1\" \"\" \"sluice " + escaped(version)
                + "\" \"sluice\"");
    }

    Roff section(String title) {
        return line(".SH " + escaped(title));
    }

    /** A paragraph of plain text. */
    Roff text(String text) {
        return raw(escaped(text));
    }

    /** A paragraph that is marked up already. */
    Roff raw(String marked) {
        return line(".PP").line(marked);
    }

    /** A term that is marked up already, and the plain text about it. */
    Roff tag(String term, String text) {
        return line(".TP").line(term).line(escaped(text));
    }

    /** Lines that stay as they are. */
    Roff verbatim(List<String> lines) {
        line(".PP").line(".nf");
        lines.forEach(each -> line(escaped(each)));
        return line(".fi");
    }

    static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /**
     * A hyphen would be typeset as one, and could not be searched for; a dot or quote at the start would be a request.
     */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^(?=[.'])", "\\\\&");
    }

    private Roff line(String text) {
        page.append(text).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
