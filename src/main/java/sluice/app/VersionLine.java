package sluice.app;

/** The answer of {@code version}, made without anything that takes time to load. */
final class VersionLine {

    private VersionLine() {}

    static int print(boolean json) {
        var java = System.getProperty("java.version");
        System.out.println(
                json
                        ? "{\"ok\":true,\"command\":\"version\",\"result\":{\"version\":\"" + Version.NUMBER
                                + "\",\"java\":\"" + java + "\"}}"
                        : "sluice " + Version.NUMBER + " (Java " + java + ")");
        return 0;
    }
}
