package sluice.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import sluice.shell.CommandTable;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;

class WordCompleterTest {

    private final ShellTester shell = new ShellTester();
    private final Session session =
            new Session(shell.context(), CommandTable.standard(), Manner.script("prompt", Duration.ZERO));
    private final WordCompleter completer = new WordCompleter(session);

    private List<String> offered(String... words) {
        var all = List.of(words);
        return completer.offered(all.subList(0, all.size() - 1), all.get(all.size() - 1)).stream()
                .map(Candidate::value)
                .toList();
    }

    @Test
    void theFirstWordIsACommandOrAnAlias() {
        session.aliases().put("clip", "buy 0.1 BTC-USDT");
        assertThat(offered("")).contains("buy", "cancel", "reconcile", "clip").doesNotContain("exec");
    }

    @Test
    void commandsSayWhatTheyDo() {
        assertThat(completer.offered(List.of(), "k"))
                .filteredOn(each -> each.value().equals("kill"))
                .extracting(Candidate::descr)
                .containsExactly("Lets no new order out, cancels ours everywhere, and stays so until resumed");
    }

    @Test
    void symbolsStandWhereASymbolDoes() {
        assertThat(offered("buy", "1", "B")).containsExactly("BTC-USDT", "ETH-USDT");
        assertThat(offered("book", "")).containsExactly("BTC-USDT", "ETH-USDT");
        assertThat(offered("orders", "--symbol", "")).containsExactly("BTC-USDT", "ETH-USDT");
    }

    @Test
    void venuesStandWhereAVenueDoes() {
        assertThat(offered("buy", "1", "BTC-USDT", "--on", "")).containsExactly("alpha", "beta");
        assertThat(offered("venue", "")).containsExactly("alpha", "beta");
    }

    @Test
    void openOrdersStandWhereAnIdDoesWithWhatTheyAre() {
        shell.exec("buy 1 BTC-USDT; buy 1 BTC-USDT --at 50000");
        assertThat(offered("cancel", "")).containsExactly("P-2", "C-2");
        assertThat(offered("cancel", "P-2", "")).containsExactly("P-2", "C-2");
        assertThat(completer.offered(List.of("order"), "").get(0).descr())
                .isEqualTo("P-2 BUY 1 BTC-USDT at 50000 SUBMITTED, 1 left");
        assertThat(offered("unknown", "probe", "")).containsExactly("P-2", "C-2");
    }

    @Test
    void optionsAreOfferedOnce() {
        assertThat(offered("buy", "1", "BTC-USDT", "--")).contains("--at", "--tif", "--post-only", "--json");
        assertThat(offered("buy", "1", "BTC-USDT", "--post-only", "--")).doesNotContain("--post-only");
        assertThat(offered("buy", "1", "BTC-USDT", "")).contains("--at");
    }

    @Test
    void wordsOfATypeAreOffered() {
        assertThat(offered("buy", "1", "BTC-USDT", "--tif", "")).containsExactly("gtc", "ioc", "fok", "gtd:");
        assertThat(offered("wait", "last", "")).containsExactly("filled", "closed", "open");
        assertThat(offered("cancel", "--all", "--side", "")).containsExactly("buy", "sell");
        assertThat(offered("route", "")).contains("buy", "sell");
        assertThat(offered("help", "")).contains("help", "kill");
    }

    @Test
    void theWordsOfACommandAreItsOwn() {
        assertThat(offered("risk", "")).containsExactly("show", "set");
        assertThat(offered("risk", "set", "")).contains("order.max-notional");
        assertThat(offered("risk", "set", "order.max-notional", "")).containsExactly("config");
        assertThat(offered("risk", "show", "")).contains("BTC-USDT");
        assertThat(offered("reconcile", "")).containsExactly("accept", "adjust");
        assertThat(offered("unknown", "")).containsExactly("list", "probe", "resolve");
        assertThat(offered("feeds", "")).containsExactly("history");
        assertThat(offered("book", "BTC-USDT", "--all-in", "")).containsExactly("buy", "sell");
        assertThat(completer.offered(List.of("buy", "1", "BTC-USDT", "--tif"), ""))
                .allMatch(each -> !each.descr().isEmpty());
    }

    @Test
    void aWatchedCommandIsCompletedLikeItself() {
        assertThat(offered("watch", "")).contains("orders", "book");
        assertThat(offered("watch", "--every", "1s", "orders", "--symbol", "")).containsExactly("BTC-USDT", "ETH-USDT");
        assertThat(offered("watch", "--")).contains("--every", "--times");
    }

    @Test
    void aPrefixOfACommandIsCompletedLikeTheCommand() {
        assertThat(offered("posi", "--venue", "")).containsExactly("alpha", "beta");
    }

    @Test
    void behindASemicolonANewCommandBegins() {
        assertThat(offered("orders;", "")).contains("buy", "cancel");
    }

    @Test
    void nothingIsOfferedForACommandThereIsNot() {
        assertThat(offered("nonsense", "")).isEmpty();
    }
}
