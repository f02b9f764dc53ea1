package sluice.app.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.app.Start;
import sluice.app.WallClock;
import sluice.app.desk.AccountLook;
import sluice.app.desk.Keys;
import sluice.app.desk.Rights;
import sluice.app.desk.journal.Bans;
import sluice.app.toml.UnusableConfigException;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.VenueConfig;
import sluice.net.OkHttpTransport;
import sluice.net.orders.KeyAnswer;
import sluice.order.position.Balance;
import sluice.venue.VenueReport;

/** What an account may and has, before anything is sent to it: nothing here places or changes anything. */
record AccountChecks(Start start, Map<String, String> environment) {

    private static final int MOST_ASSETS = 8;

    List<Finding> look() {
        var findings = new ArrayList<Finding>();
        file(start.home().config()).ifPresent(findings::add);
        var clock = new WallClock();
        try (var transport = new OkHttpTransport("accounts", clock)) {
            var bans = Bans.of(start.journal(), clock.now());
            for (var venue : start.config().venues()) {
                if (bans.why(venue.venue()).isPresent()) {
                    continue;
                }
                keys(venue).ifPresent(keys -> {
                    var answer = new Rights(transport, clock).ask(venue, keys);
                    findings.add(rights(venue.name(), answer));
                    if (answer instanceof KeyAnswer.Known || answer instanceof KeyAnswer.Silent) {
                        var report = new AccountLook(start, transport, clock).at(venue, keys);
                        findings.add(account(venue.name(), report));
                    }
                });
            }
        }
        return findings;
    }

    /** Who may write the configuration chooses where orders go. */
    private static Optional<Finding> file(Path config) {
        try {
            if (!Files.exists(config) || !Files.getFileStore(config).supportsFileAttributeView("posix")) {
                return Optional.empty();
            }
            var may = Files.getPosixFilePermissions(config);
            var open = may.contains(PosixFilePermission.GROUP_WRITE) || may.contains(PosixFilePermission.OTHERS_WRITE);
            return Optional.of(
                    open
                            ? Finding.broken("files", config + " can be changed by others: chmod 600 " + config)
                            : Finding.good("files", "the configuration can be changed by its owner alone"));
        } catch (IOException e) {
            return Optional.of(Finding.broken("files", config + " cannot be looked at"));
        }
    }

    /** What is wrong with a source was found before. */
    private Optional<ApiKeys> keys(VenueConfig venue) {
        try {
            return new Keys(environment).fetch(venue.name(), venue.keys());
        } catch (UnusableConfigException told) {
            return Optional.empty();
        }
    }

    static Finding rights(String venue, KeyAnswer answer) {
        var name = "rights at " + venue;
        if (answer instanceof KeyAnswer.Refused refused) {
            return Finding.broken(name, "the venue does not take the key: " + refused.why());
        }
        if (answer instanceof KeyAnswer.Silent silent) {
            return Finding.worth(name, "what the key may do is not known: " + silent.why());
        }
        var rights = ((KeyAnswer.Known) answer).rights();
        if (rights.withdraws()) {
            return Finding.broken(name, Rights.withdraws(venue));
        }
        var named = String.join(", ", rights.named());
        return rights.trades()
                ? Finding.good(name, "may trade, may not withdraw (" + named + ")")
                : Finding.worth(name, "may not trade (" + named + ")");
    }

    static Finding account(String venue, Optional<VenueReport> report) {
        var name = "account at " + venue;
        return report.map(told -> Finding.good(name, said(told)))
                .orElseGet(() -> Finding.broken(name, "the venue did not show it in time; the log may say why"));
    }

    private static String said(VenueReport report) {
        var open = report.orders().stream()
                .filter(order -> !order.state().isTerminal())
                .count();
        var held = report.balances().stream()
                .filter(balance -> balance.total().signum() != 0)
                .toList();
        var more = held.size() > MOST_ASSETS ? " and " + (held.size() - MOST_ASSETS) + " more" : "";
        return open + " open orders, " + report.fills().size() + " fills in a day, "
                + report.positions().size() + " positions; "
                + held.stream().limit(MOST_ASSETS).map(AccountChecks::said).collect(Collectors.joining(", ")) + more;
    }

    private static String said(Balance balance) {
        var locked = balance.locked().signum() == 0 ? "" : " (" + plain(balance.locked()) + " held)";
        return plain(balance.total()) + " " + balance.asset() + locked;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
