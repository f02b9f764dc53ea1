package sluice.app.venue;

import sluice.net.feed.Pace;

/** The pace of market data, as a venue's section says it. */
final class Paces {

    private Paces() {}

    static Pace read(Settings settings, Pace usual) {
        var pace = new Pace(
                levels(settings, usual),
                settings.duration("silence", usual.silence()),
                settings.duration("quiet", usual.quiet()),
                settings.duration("frozen", usual.frozen()),
                settings.duration("life", usual.life()),
                settings.duration("relisting", usual.relisting()),
                settings.duration("deadline", usual.deadline()));
        settings.end();
        return pace;
    }

    /** Of a venue that sends whole books there is nothing to choose. */
    private static int levels(Settings settings, Pace usual) {
        return usual.snapshotLimit() == 0 ? 0 : settings.count("snapshot-levels", usual.snapshotLimit(), 5, 5000);
    }
}
