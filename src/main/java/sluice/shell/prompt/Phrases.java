package sluice.shell.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import sluice.engine.Command.Goal;
import sluice.engine.Command.Resolution;
import sluice.market.Side;
import sluice.order.Tif;
import sluice.risk.limits.LimitKey;

/** The few words that a place allows, each with what it means. */
final class Phrases {

    private static final String GROUP = "Words";

    private static final Map<Class<?>, List<Candidate>> BY_TYPE = Map.of(
            Side.class, List.of(word("buy", ""), word("sell", "")),
            Goal.class,
                    List.of(
                            word("filled", "all of it traded"),
                            word("closed", "nothing of it works any more"),
                            word("open", "a venue has taken it")),
            Resolution.class,
                    List.of(
                            word("filled", "filled, to the last of it"),
                            word("cancelled", "it works no more"),
                            word("never-sent", "the request never took effect")),
            Tif.class,
                    List.of(
                            word("gtc", "rests until it is filled or cancelled"),
                            word("ioc", "takes what it gets at once"),
                            word("fok", "all of it at once, or nothing"),
                            word("gtd:", "rests until that time, gtd:2026-01-31T12:00:00Z")));

    /** By command, what stands first behind it. */
    private static final Map<String, List<Candidate>> FIRST = Map.of(
            "route", List.of(word("buy", "how a purchase would go"), word("sell", "how a sale would go")),
            "unknown",
                    List.of(
                            word("list", "orders in doubt"),
                            word("probe", "asks the venue about one now"),
                            word("resolve", "takes your word for what became of one")),
            "risk",
                    List.of(
                            word("show", "the limits, and what of them is used"),
                            word("set", "another value for a limit")),
            "reconcile",
                    List.of(
                            word("accept", "takes a discrepancy as it is"),
                            word("adjust", "corrects the account by one")),
            "feeds", List.of(word("history", "what became of the feeds, with reasons")),
            "journal",
                    List.of(
                            word("verify", "checks every event's hash"),
                            word("stat", "how long it is, and of what"),
                            word("events", "shows what it holds"),
                            word("backup", "copies it while it is written"),
                            word("archive", "moves old events to a sealed file")),
            "config",
                    List.of(
                            word("check", "what is wrong with the file"),
                            word("show", "what is in force"),
                            word("path", "where the file is")),
            "book",
                    List.of(
                            word("buy", "what taking the asks would cost"),
                            word("sell", "what taking the bids would bring")));

    private Phrases() {}

    static Candidate word(String value, String description) {
        return Offers.candidate(value, description, GROUP);
    }

    /** Those of a type; none where it has none. */
    static List<Candidate> of(Class<?> type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    static List<Candidate> first(String command) {
        return FIRST.getOrDefault(command, List.of());
    }

    static List<Candidate> limits() {
        return Arrays.stream(LimitKey.values())
                .map(key -> Offers.candidate(key.toml(), key.doc(), "Limits"))
                .toList();
    }

    static List<Candidate> value() {
        return List.of(word("config", "the configuration's own value again"));
    }
}
