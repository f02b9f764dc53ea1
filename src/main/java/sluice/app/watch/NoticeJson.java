package sluice.app.watch;

import java.util.Locale;
import sluice.app.watch.WatchConfig.Shape;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;
import sluice.report.Json;

/** A notice as others expect it. */
final class NoticeJson {

    private NoticeJson() {}

    /** @param key where the shape asks for one */
    static String of(Notice notice, NoticeSource source, Shape shape, String key) {
        return switch (shape) {
            case GENERIC -> generic(notice, source);
            case SLACK -> slack(notice, source);
            case PAGERDUTY -> pagerDuty(notice, source, key);
        };
    }

    static String generic(Notice notice, NoticeSource source) {
        return Json.line(out -> out.text("source", "sluice")
                .text("profile", source.profile())
                .text("host", source.host())
                .number("number", notice.number())
                .text("alert", notice.name())
                .text("type", notice.type())
                .text("severity", notice.severity())
                .text("kind", notice.kind())
                .text("text", notice.text())
                .time("at", notice.at()));
    }

    private static String slack(Notice notice, NoticeSource source) {
        var text = "*" + notice.severity() + "* " + notice.kind() + " " + notice.name() + " (" + source + ")\n"
                + notice.line();
        return Json.line(out ->
                out.text("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    /** Events API v2: what is over resolves what was triggered under the same key. */
    private static String pagerDuty(Notice notice, NoticeSource source, String key) {
        var resolved = notice.type() == Notice.Type.CLEARED;
        var severity = notice.severity() == Severity.CRITICAL ? "critical" : "warning";
        return Json.line(out -> out.text("routing_key", key)
                .text("event_action", resolved ? "resolve" : "trigger")
                .text(
                        "dedup_key",
                        String.join(
                                "-",
                                "sluice",
                                source.profile(),
                                source.host(),
                                notice.kind().toLowerCase(Locale.ROOT),
                                Long.toString(notice.alert())))
                .object(
                        "payload",
                        payload -> payload.text("summary", notice.kind() + ": " + notice.line())
                                .text("source", source.toString())
                                .text("severity", severity)
                                .time("timestamp", notice.at())));
    }
}
