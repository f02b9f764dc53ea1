package sluice.app.venue;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.app.toml.Section;
import sluice.app.toml.Written;
import sluice.net.feed.Pace;

/** The pace of market data, as a venue's section says it. */
final class Paces {

    private Paces() {}

    static Pace read(Section section, Pace usual) {
        var pace = new Pace(
                levels(section, usual),
                section.duration("silence", usual.silence()),
                section.duration("quiet", usual.quiet()),
                section.duration("frozen", usual.frozen()),
                section.duration("life", usual.life()),
                section.duration("relisting", usual.relisting()),
                section.duration("deadline", usual.deadline()));
        section.end();
        return pace;
    }

    /** Of a venue that sends whole books there is nothing to choose. */
    private static int levels(Section section, Pace usual) {
        return usual.snapshotLimit() == 0 ? 0 : (int) section.whole("snapshot-levels", usual.snapshotLimit(), 5, 5000);
    }

    static Map<String, String> shown(Pace pace) {
        var values = new LinkedHashMap<String, String>();
        if (pace.snapshotLimit() > 0) {
            values.put("market-data.snapshot-levels", Written.whole(pace.snapshotLimit()));
        }
        values.put("market-data.silence", Written.time(pace.silence()));
        values.put("market-data.quiet", Written.time(pace.quiet()));
        values.put("market-data.frozen", Written.time(pace.frozen()));
        values.put("market-data.life", Written.time(pace.life()));
        values.put("market-data.relisting", Written.time(pace.relisting()));
        values.put("market-data.deadline", Written.time(pace.deadline()));
        return values;
    }
}
