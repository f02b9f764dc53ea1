package sluice.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import sluice.market.DeskException;

/**
 * A scenario file: JSON Lines such as {@code {"afterMs":500,"venue":"binance","fault":{"kind":"gap"}}}, with
 * {@code fault}, {@code market} or {@code trade} as the admin endpoint takes them.
 */
final class Scenario {

    private static final Set<String> OF_A_VENUE = Set.of("fault", "market", "trade");

    /** A scenario cannot be read; says where and why. */
    static final class UnableToReadScenarioException extends DeskException {

        private static final long serialVersionUID = 1L;

        UnableToReadScenarioException(String message) {
            super(message);
        }
    }

    private Scenario() {}

    static List<Cue> read(Path file) {
        try {
            return parse(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UnableToReadScenarioException("The scenario " + file + " cannot be read: " + e.getMessage());
        }
    }

    static List<Cue> parse(String name, List<String> lines) {
        var cues = new ArrayList<Cue>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                cues.add(cue(Admin.parsed(lines.get(i))));
            } catch (IllegalArgumentException e) {
                throw new UnableToReadScenarioException(name + ", line " + (i + 1) + ": " + e.getMessage());
            }
        }
        cues.sort(Comparator.comparing(Cue::after));
        return cues;
    }

    private static Cue cue(JsonNode line) {
        if (!line.path("afterMs").isIntegralNumber()) {
            throw new IllegalArgumentException("\"afterMs\" must be a whole number of milliseconds.");
        }
        var after = Duration.ofMillis(line.path("afterMs").asLong());
        if (!line.has("venue") && line.has("market")) {
            return new Cue(after, "/market", line.path("market").toString());
        }
        var what = OF_A_VENUE.stream().filter(line::has).toList();
        if (what.size() != 1 || !line.path("venue").isTextual()) {
            throw new IllegalArgumentException("A line needs a \"venue\" and one of \"fault\", \"market\", \"trade\".");
        }
        var body = line.path(what.get(0));
        if (what.get(0).equals("fault")) {
            FaultJson.read(body);
        }
        var last = what.get(0).equals("fault") ? "faults" : what.get(0);
        return new Cue(after, "/venues/" + line.path("venue").asText() + "/" + last, body.toString());
    }
}
