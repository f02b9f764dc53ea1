package sluice.shell;

import sluice.report.Said;

/** What a command that changes something says when nothing is to be changed. */
public final class DryRun {

    private DryRun() {}

    public static Outcome skipped() {
        return Outcome.done(new Said("A dry run: nothing was changed.", out -> out.flag("dryRun", true)));
    }
}
