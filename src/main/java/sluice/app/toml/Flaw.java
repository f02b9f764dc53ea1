package sluice.app.toml;

/** What is wrong with a configuration, and where. Immutable. */
public record Flaw(String file, int line, int column, String key, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
