package sluice.shell.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.SetLimit;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.report.desk.LimitReport;
import sluice.report.desk.RiskReport;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Reach;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;

/** {@code risk}: shows limits and what of them is left, or sets one; a looser one is asked about first. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  risk",
            "  risk show BTC-USDT",
            "  risk set order.max-notional 10000",
            "  risk set order.max-qty 2 --symbol BTC-USDT",
            "  risk set order.max-qty config --symbol BTC-USDT"
        })
final class RiskCommand implements ShellCommand {

    private static final String CONFIGURED = "config";
    private static final String UNCONFIRMED = "CONFIRM_LOOSER";

    private final Session session;

    @Parameters(
            arity = "0..3",
            paramLabel = "show [SYMBOL] | set KEY VALUE",
            description = "What to do; show when nothing is said. The value config goes back to the configuration's.")
    private List<String> words = List.of();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    RiskCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        scope.check(session.look());
        if (isSet()) {
            checkReach(key());
            value();
        } else if (!word(0, "show").equals("show") || words.size() > 2) {
            throw new UnusableInputException(
                    "expected risk show [SYMBOL] or risk set KEY VALUE, not risk " + String.join(" ", words));
        } else {
            new Known(session.look()).symbol(symbol());
        }
    }

    private boolean isSet() {
        return word(0, "show").equals("set");
    }

    private String word(int index, String otherwise) {
        return index < words.size() ? words.get(index) : otherwise;
    }

    private Optional<Symbol> symbol() {
        return words.size() > 1 ? Optional.of(Symbol.of(words.get(1))) : Optional.empty();
    }

    private LimitKey key() {
        return LimitKey.named(word(1, ""))
                .orElseThrow(() ->
                        new UnusableInputException("there is no limit " + word(1, "") + "; risk show lists them"));
    }

    private Optional<BigDecimal> value() {
        var text = word(2, "");
        if (text.equals(CONFIGURED)) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,16}(\\.[0-9]{1,18})?")) {
            throw new UnusableInputException(
                    "a limit's value is a number or the word config, not " + (text.isEmpty() ? "nothing" : text));
        }
        return Optional.of(new BigDecimal(text));
    }

    private void checkReach(LimitKey key) {
        var wanted = scope.scope();
        var reach = wanted.venue().isPresent() ? Reach.VENUE : wanted.symbol().isPresent() ? Reach.SYMBOL : Reach.TAG;
        if (!wanted.equals(Scope.GLOBAL) && !Reach.of(key).contains(reach)) {
            var others = Reach.of(key).isEmpty() ? "it is of the whole desk" : "it can have one for " + Reach.of(key);
            throw new UnusableInputException(key.toml() + " has no value of its own for a "
                    + reach.name().toLowerCase(Locale.ROOT) + "; " + others);
        }
    }

    @Override
    public boolean onlyLooks() {
        return !isSet();
    }

    @Override
    public Outcome run() {
        check();
        if (!isSet()) {
            return Outcome.done(new RiskReport(session.look().risk(), symbol()));
        }
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = ask(false);
        var asks = answer instanceof Answer.Refused refused && refused.code().equals(UNCONFIRMED);
        if (asks && session.confirms(((Answer.Refused) answer).message() + " Set it?")) {
            answer = ask(true);
        }
        return answer instanceof Answer.LimitSet set ? Outcome.done(new LimitReport(set)) : Outcome.refused(answer);
    }

    private Answer ask(boolean confirmed) {
        return session.ask(new SetLimit(scope.scope(), key(), value(), confirmed, session.origin()));
    }
}
