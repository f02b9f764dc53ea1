package sluice.app;

import java.nio.file.Path;
import java.util.OptionalLong;
import sluice.app.Options.Value;
import sluice.app.config.Config;
import sluice.engine.desk.Setup;
import sluice.risk.limits.Limits;

/** What one start of the program was told: its options before its configuration, and that before what is usual. */
public record Start(Options options, Home home, Config config) {

    private static final String SIMULATED = "sim";
    private static final String PAPER = "paper";

    public String profile() {
        return options.value(Value.PROFILE).orElse(SIMULATED);
    }

    public boolean isSimulated() {
        return profile().equals(SIMULATED);
    }

    /** Whether real venues are only watched, and their orders filled here. */
    public boolean isPaper() {
        return profile().equals(PAPER);
    }

    /** Whether orders are real. */
    public boolean isLive() {
        return !isSimulated() && !isPaper();
    }

    public Path journal() {
        return options.path(Value.JOURNAL).or(config::journal).orElseGet(() -> home.journal(profile()));
    }

    public OptionalLong seed() {
        return options.seed().isPresent() ? options.seed() : config.sim().seed();
    }

    public Setup.Configured risk() {
        return config.risk().configured(isSimulated());
    }

    public Limits limits() {
        return config.risk().limits(isSimulated());
    }
}
