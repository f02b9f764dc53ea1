package sluice.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.venue.Manifest.DuplicateWindow;
import sluice.venue.Manifest.ErrorRule;
import sluice.venue.Manifest.Proves;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;
import sluice.venue.bybit.BybitConfig;
import sluice.venue.bybit.BybitVenue;
import sluice.venue.coinbase.CoinbaseConfig;
import sluice.venue.coinbase.CoinbaseVenue;

/** What the adapters say of their venues, and what may be done on the strength of it. */
class ManifestTest {

    private static final VenueId VENUE = new VenueId("venue");
    private static final List<Symbol> SYMBOLS = List.of(Symbol.of("BTC-USD"));

    /** A network that brings nothing. */
    private static final class Nowhere implements Transport {

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {}

        @Override
        public Link open(String url, LinkListener listener) {
            throw new AssertionError(url);
        }

        @Override
        public void close() {}
    }

    static Stream<Manifest> manifests() {
        var ends = new Ends(new Nowhere(), new ManualClock(), (nanos, task) -> {});
        var random = new SplittableRandom(1);
        return Stream.of(
                        BinanceVenue.of(BinanceConfig.of(VENUE, BinanceConfig.Hosts.PRODUCTION, SYMBOLS), ends, random),
                        BybitVenue.of(BybitConfig.of(VENUE, BybitConfig.Hosts.PRODUCTION, SYMBOLS), ends, random),
                        CoinbaseVenue.of(
                                CoinbaseConfig.of(VENUE, CoinbaseConfig.Hosts.PRODUCTION, SYMBOLS), ends, random))
                .map(Venue::manifest);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyIdWeMakeLooksAsTheVenueWantsIt(Manifest manifest) {
        var ids = manifest.clientIds();
        var encoded = LongStream.of(1, 42, 999_999_999_999_999_999L)
                .boxed()
                .flatMap(number ->
                        Stream.of(0, 1, 99).map(revision -> ClOrdId.of("zzzzzzz", new ChildId(number), revision)))
                .map(ids.codec()::encode)
                .toList();

        assertThat(encoded)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches(ids.pattern()).hasSizeLessThanOrEqualTo(ids.maxLength()));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyFactHasAPageItWasReadOn(Manifest manifest) {
        assertThat(manifest.sources().stream().map(Manifest.Source::fact).collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        "clientIds.pattern",
                        "clientIds.duplicateWindow",
                        "proof.queryByClientId",
                        "proof.absenceGrace",
                        "answers.cancelOk",
                        "answers.cancelsByClientId",
                        "answers.duplicate",
                        "answers.openList",
                        "answers.lag",
                        "answers.deadMan",
                        "errors"));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void theErrorTableTellsEveryKindOfProofAndNoCodeTwice(Manifest manifest) {
        assertThat(manifest.errors().stream().map(ErrorRule::code)).doesNotHaveDuplicates();
        assertThat(manifest.errors().stream().map(ErrorRule::proves)).contains(Proves.values());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void absenceTakesLongerToProveThanReadsMayLag(Manifest manifest) {
        assertThat(manifest.proof().absenceGrace())
                .isGreaterThan(manifest.answers().lag());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void nothingIsSentAgainToAVenueThatTakesAnIdOnceMoreAfterItsOrderFilled(Manifest manifest) {
        assertThat(manifest.clientIds().permitsResend(Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = DuplicateWindow.class,
            names = {"NONE", "WHILE_OPEN", "UNDOCUMENTED"})
    void aWindowThatMayBeOverForbidsToSendAgain(DuplicateWindow window) {
        assertThat(ids(window).permitsResend(Duration.ZERO)).isFalse();
    }

    @Test
    void aWindowOfADayPermitsToSendAgainWhileItLasts() {
        var ids = ids(DuplicateWindow.ONE_DAY);

        assertThat(ids.permitsResend(Duration.ofHours(23))).isTrue();
        assertThat(ids.permitsResend(Duration.ofHours(23).plusMinutes(50))).isFalse();
        assertThat(ids.permitsResend(Duration.ofDays(2))).isFalse();
    }

    private static Manifest.ClientIds ids(DuplicateWindow window) {
        return new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, window);
    }
}
