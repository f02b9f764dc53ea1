package sluice.app.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import sluice.app.desk.journal.Bans;
import sluice.app.toml.UnusableConfigException;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.KeyQuestion;
import sluice.app.venue.VenueConfig;
import sluice.market.Clock;
import sluice.market.DeskException;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Transport;
import sluice.net.orders.KeyAnswer;
import sluice.net.reads.IdempotentReads;

/**
 * What each venue says its key may do, asked before the key is used. Immutable.
 *
 * <p>A key that may withdraw is refused, and so is one that the venue does not take. A venue that says nothing, as test
 * networks do, or does not answer, is named and gone on with: open orders elsewhere must stay in reach.
 */
public record Rights(Transport transport, Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Signed with the time that the venue told: a little old passes there, and too new does not. */
    public KeyAnswer ask(VenueConfig venue, ApiKeys keys) {
        var reads = IdempotentReads.brief(transport);
        var time = venue.wiring().time();
        var told = reads.get(new IdempotentReads.Read(time.url(), Map.of(), PATIENCE))
                .outcome();
        if (told instanceof HttpOutcome.Failure failure) {
            return new KeyAnswer.Silent("it does not tell its time: " + failure.cause());
        }
        var reply = (HttpOutcome.Reply) told;
        if (time.read(reply.body()).isEmpty()) {
            return new KeyAnswer.Silent("it does not tell its time, and answers with " + reply.status());
        }
        var now = time.read(reply.body()).getAsLong();
        var question = question(venue, keys);
        HttpCall call;
        try {
            call = question.request().apply(now);
        } catch (DeskException unusable) {
            return new KeyAnswer.Refused(String.valueOf(unusable.getMessage()));
        }
        return question.read()
                .apply(reads.get(new IdempotentReads.Read(call.url(), call.headers(), PATIENCE))
                        .outcome());
    }

    private static KeyQuestion question(VenueConfig venue, ApiKeys keys) {
        return venue.wiring().rights(keys, new SplittableRandom(new SecureRandom().nextLong()));
    }

    /**
     * The question, of a time long past; throws a {@link DeskException} when nothing can be signed with the keys,
     * whatever the venue says.
     */
    public static HttpCall signed(VenueConfig venue, ApiKeys keys) {
        return question(venue, keys).request().apply(0);
    }

    /**
     * Asks all side by side that will hear of us; throws {@link UnusableConfigException} where a key must not be used.
     */
    void require(List<Connections.Connection> connections, Bans bans, Consumer<String> notes) {
        var asked = connections.stream()
                .filter(connection -> mayBeAsked(connection, bans, notes))
                .map(connection -> CompletableFuture.runAsync(
                        () -> require(connection, notes),
                        work -> Threads.daemon("rights", work).start()))
                .toList();
        try {
            asked.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnusableConfigException known ? known : e;
        }
    }

    private static boolean mayBeAsked(Connections.Connection connection, Bans bans, Consumer<String> notes) {
        var why = bans.why(connection.config().venue());
        why.ifPresent(text -> notes.accept(
                "What the API key for " + connection.config().name() + " may do was not asked: " + text + "."));
        return why.isEmpty();
    }

    private void require(Connections.Connection connection, Consumer<String> notes) {
        var venue = connection.config().name();
        var answer = ask(connection.config(), connection.keys().orElseThrow());
        if (answer instanceof KeyAnswer.Known known && known.rights().withdraws()) {
            throw new UnusableConfigException(withdraws(venue));
        }
        if (answer instanceof KeyAnswer.Refused refused) {
            throw new UnusableConfigException("The API key for " + venue + " is not taken there: " + refused.why()
                    + ". Look at the key, its permissions and the addresses it may be used from; `sluice doctor`"
                    + " tries again.");
        }
        if (answer instanceof KeyAnswer.Known known && !known.rights().trades()) {
            notes.accept("The API key for " + venue + " may not trade: orders there will be rejected.");
        }
        if (answer instanceof KeyAnswer.Silent silent) {
            notes.accept("What the API key for " + venue + " may do is not known: " + silent.why() + ".");
        }
    }

    /** Why such a key is refused, and what to do. */
    public static String withdraws(String venue) {
        return "The API key for " + venue
                + " may withdraw, and such a key is not used: whoever gets hold of it can take"
                + " the money. Make one at the venue that may only read and trade.";
    }
}
