package sluice.dash;

import java.time.Duration;
import java.util.Locale;
import sluice.dash.cell.Age;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.pane.Sight;
import sluice.dash.pane.VenueStatus;
import sluice.order.parent.ParentOrder;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;

/** The first line: whose money, whether the desk is heard of, and what must not be overlooked. Immutable. */
record Header(String profile) {

    private static final String LIVE = "live";

    Line line(Sight sight, Duration age, boolean isOld) {
        var view = sight.view();
        var isLive = profile.equals(LIVE);
        var line = Line.of("sluice ", Tone.BOLD)
                .plus(isLive ? "LIVE" : profile, isLive ? Tone.BAD : Tone.PLAIN)
                .plus("  " + clock(sight));
        if (isOld) {
            line = line.plus("  DESK SILENT for " + Age.said(age) + ": this is how it was then", Tone.BAD);
        }
        if (!view.journalFault().isEmpty()) {
            line = line.plus("  JOURNAL FAULT", Tone.BAD);
        }
        var global = view.risk().states().global();
        if (global != TradingState.ACTIVE) {
            line = line.plus("  trading " + global, Tone.BAD);
        }
        var doubts =
                view.orders().working().stream().filter(ParentOrder::isInDoubt).count();
        if (doubts > 0) {
            line = line.plus("  " + doubts + " IN DOUBT", Tone.BAD);
        }
        var away = VenueStatus.away(sight);
        if (!away.isEmpty()) {
            line = line.plus("  " + away, Tone.WARN);
        }
        var alerts = sight.alerts().size();
        return line.plus(
                "  " + view.orders().working().size() + " open, " + alerts + (alerts == 1 ? " alert" : " alerts"),
                Tone.DIM);
    }

    /** To the second, with its zone, so that a picture that stands still shows. */
    private static String clock(Sight sight) {
        var text = new Text(new sluice.report.Look(false, sight.zone()))
                .time(sight.now().at());
        var seconds = text.substring("2026-01-01 ".length(), text.length() - ".000".length());
        return seconds + " " + sight.zone().getId().toLowerCase(Locale.ROOT).replaceFirst("^.*/", "");
    }
}
