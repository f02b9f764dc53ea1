package sluice.shell;

/** What a command is about, as help sorts them. */
public enum Group {
    ORDERS("Orders"),
    MARKET("Market"),
    VENUES("Venues"),
    RISK("Risk"),
    RECOVERY("Recovery"),
    QUALITY("Quality"),
    SESSION("Session"),
    /** On the program's own command line only, not at the prompt or in a script. */
    PROGRAM("Program");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
