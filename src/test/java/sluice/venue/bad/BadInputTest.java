package sluice.venue.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.FeedState;

/** Whatever comes over either link of any venue is counted under its kind, and both feeds go on or come back right. */
class BadInputTest {

    private static final Map<BadFrame, String> ANYWHERE = Map.of(
            BadFrame.NOT_JSON, "<html><body>502 Bad Gateway</body></html>",
            BadFrame.NOT_UTF8, "{\"e\":\"\uFFFD\",\uFFFD",
            BadFrame.TRUNCATED, "{\"data\":{\"b\":[[\"100\"",
            BadFrame.MALFORMED, "{\"data\":}",
            BadFrame.OVERSIZED, "{" + " ".repeat(16 << 20));

    static Stream<Arguments> frames() {
        return Stream.of(Stand.values())
                .flatMap(stand -> Stream.of(true, false)
                        .flatMap(link -> kinds(stand, link).map(kind -> Arguments.of(stand, link, kind))));
    }

    private static Stream<BadFrame> kinds(Stand stand, boolean isPrivate) {
        return frames(stand, isPrivate, 0).keySet().stream();
    }

    private static Map<BadFrame, String> frames(Stand stand, boolean isPrivate, long said) {
        var frames = new EnumMap<BadFrame, String>(ANYWHERE);
        frames.putAll(isPrivate ? stand.orders(said) : stand.market(said));
        return frames;
    }

    @ParameterizedTest(name = "{0} private {1} {2}")
    @MethodSource("frames")
    void aBadFrameIsCountedUnderItsKindAndEverythingGoesOn(Stand stand, boolean isPrivate, BadFrame kind) {
        var venue = new ObligingVenue(stand);
        var before = venue.counted(kind);
        venue.says(isPrivate, frames(stand, isPrivate, venue.said(isPrivate)).get(kind));

        assertThat(venue.bid()).isIn(Optional.empty(), Optional.of("100 1"));
        venue.passes(Duration.ofSeconds(4));
        assertThat(venue.counted(kind)).isEqualTo(before + 1);
        assertIsWell(venue);
    }

    private static void assertIsWell(ObligingVenue venue) {
        assertThat(venue.state(Feed.PRIVATE)).isEqualTo(FeedState.LIVE);
        assertThat(venue.state(Feed.book(Stand.SYMBOL))).isEqualTo(FeedState.LIVE);
        assertThat(venue.bid()).contains("100 1");
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateThatComesTwiceIsCountedAndTakenOnce(Stand stand) {
        var venue = new ObligingVenue(stand);
        var update = stand.depth(stand.firstUpdate());
        venue.says(false, update);
        venue.says(false, update);
        venue.passes(Duration.ofSeconds(2));

        assertThat(venue.counted(BadFrame.REPEATED)).isEqualTo(1);
        assertThat(venue.bid()).contains("100 2");
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateThatCameTooSoonIsCountedAndTheBookTakenAnew(Stand stand) {
        var venue = new ObligingVenue(stand);
        venue.says(false, stand.depth(stand.firstUpdate() + 1));
        assertThat(venue.bid()).isEmpty();
        venue.passes(Duration.ofSeconds(4));

        assertThat(venue.counted(BadFrame.OUT_OF_ORDER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheTransportDoesNotHandOnIsCountedToo(Stand stand) {
        for (var isPrivate : new boolean[] {true, false}) {
            var venue = new ObligingVenue(stand);
            venue.cuts(isPrivate, BadFrame.BINARY);
            venue.passes(Duration.ofSeconds(4));

            assertThat(venue.counted(BadFrame.BINARY)).isEqualTo(1);
            assertIsWell(venue);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BINANCE | {\"orderId\":1,\"status\":\"NEW\"} | {\"orderId\":1,\"status\":\"PAUSED\"}",
                "BYBIT | {\"orderId\":\"1\",\"orderStatus\":\"New\"} | {\"orderId\":\"1\",\"orderStatus\":\"Held\"}",
                "COINBASE | {\"order_id\":\"1\",\"status\":\"OPEN\"} | {\"order_id\":\"1\",\"status\":\"HELD\"}"
            })
    void aReplyWithAnOrderInAStatusThatNobodyKnowsIsStrange(Stand stand, String known, String unknown) {
        assertThat(stand.isStrange("{\"status\":\"ok\",\"result\":{\"list\":[" + known + "]}}"))
                .isFalse();
        assertThat(stand.isStrange("{\"result\":{\"list\":[" + known + "," + unknown + "]}}"))
                .isTrue();
    }

    @Test
    void aVenueThatSendsNothingElseIsToldOfOnceASecond() {
        var venue = new ObligingVenue(Stand.BINANCE);
        for (int i = 0; i < 3000; i++) {
            venue.says(false, "<html>");
            venue.passes(Duration.ofMillis(1));
        }
        venue.passes(Duration.ofSeconds(1));

        assertThat(venue.counted(BadFrame.NOT_JSON)).isEqualTo(3000);
        assertThat(venue.tellings(BadFrame.NOT_JSON)).isBetween(2L, 5L);
    }
}
