package sluice.sim.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.Picture;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.front.Push;

/** The market channels, as a client sees them that knows only the protocol. */
class MarketSocketTest {

    private static final Limits FREE = new Limits(1_000, 1_000, 1_000, 1_000);

    private final SimCoinbase sim = new SimCoinbase();

    /** A book as a subscriber builds it. */
    private static final class Built {

        private final Map<BigDecimal, BigDecimal> bids = new TreeMap<>();
        private final Map<BigDecimal, BigDecimal> offers = new TreeMap<>();

        void apply(JsonNode frame) {
            for (var event : frame.path("events")) {
                if (event.path("type").asText().equals("snapshot")) {
                    bids.clear();
                    offers.clear();
                }
                for (var update : event.path("updates")) {
                    var side = update.path("side").asText().equals("bid") ? bids : offers;
                    var px = new BigDecimal(update.path("price_level").asText());
                    var qty = new BigDecimal(update.path("new_quantity").asText());
                    side.put(px, qty);
                    side.values().removeIf(left -> left.signum() == 0);
                }
            }
        }

        void isEqualTo(Picture picture) {
            assertThat(bids).hasSameSizeAs(picture.bids());
            assertThat(offers).hasSameSizeAs(picture.asks());
            picture.bids()
                    .forEach(level -> assertThat(bids.get(level.px().value()))
                            .isEqualByComparingTo(level.qty().value()));
            picture.asks()
                    .forEach(level -> assertThat(offers.get(level.px().value()))
                            .isEqualByComparingTo(level.qty().value()));
        }
    }

    @Test
    void aBookBuiltFromSnapshotAndUpdatesIsTheVenuesBook() {
        sim.connect(1);
        sim.subscribe(1, "level2", SimCoinbase.BTC);
        sim.after(5_000);
        var built = new Built();
        var frames = sim.frames(1, "l2_data");
        assertThat(frames).hasSizeGreaterThan(20);
        assertThat(frames.get(0).at("/events/0/type").asText()).isEqualTo("snapshot");
        assertThat(frames.subList(1, frames.size()))
                .allMatch(frame -> frame.at("/events/0/type").asText().equals("update"));
        frames.forEach(built::apply);
        built.isEqualTo(sim.exchange.picture(SimCoinbase.BTC, 10_000));
    }

    @Test
    void oneCountRunsThroughEveryMessageOfASocket() {
        sim.connect(1);
        for (var channel : List.of("level2", "market_trades", "ticker", "ticker_batch")) {
            sim.subscribe(1, channel, SimCoinbase.BTC, "ETH-USD");
        }
        sim.subscribe(1, "heartbeats");
        sim.subscribe(1, "status");
        sim.after(7_000);
        var frames = sim.frames(1);
        assertThat(frames)
                .extracting(frame -> frame.path("sequence_num").asLong())
                .containsExactlyElementsOf(
                        LongStream.range(0, frames.size()).boxed().toList());
        assertThat(frames)
                .extracting(frame -> frame.path("channel").asText())
                .contains(
                        "subscriptions", "l2_data", "market_trades", "ticker", "ticker_batch", "heartbeats", "status");
    }

    @Test
    void aSubscriptionIsConfirmedWithAllThatStand() {
        sim.connect(1);
        sim.subscribe(1, "level2", SimCoinbase.BTC);
        sim.subscribe(1, "heartbeats");
        var confirmed = sim.frames(1, "subscriptions");
        assertThat(confirmed.get(1).at("/events/0/subscriptions").toString())
                .isEqualTo("{\"heartbeats\":[\"heartbeats\"],\"level2\":[\"BTC-USD\"]}");
        sim.type(1, "{\"type\":\"unsubscribe\",\"channel\":\"level2\",\"product_ids\":[\"BTC-USD\"]}");
        sim.after(1_000);
        assertThat(sim.frames(1, "l2_data")).isEmpty();
    }

    @Test
    void theUsdcAliasIsServedAsTheDollarProduct() {
        var alias = sim.open("/market/products/BTC-USDC").json();
        assertThat(alias.path("alias").asText()).isEqualTo("BTC-USD");
        sim.connect(1);
        sim.subscribe(1, "level2", "BTC-USDC");
        assertThat(sim.frames(1, "l2_data").get(0).at("/events/0/product_id").asText())
                .isEqualTo("BTC-USD");
    }

    @Test
    void aTradesSideIsTheMakersUnlessReadOtherwise() {
        assertThat(sideOfATrade(Quirks.USUAL)).isEqualTo("BUY");
        assertThat(sideOfATrade(Quirks.USUAL.showingAggressor())).isEqualTo("SELL");
    }

    private static String sideOfATrade(Quirks quirks) {
        var other = new SimCoinbase(FREE, quirks).frozen();
        other.connect(1);
        other.subscribe(1, "market_trades", SimCoinbase.BTC);
        var bid = other.exchange.picture(SimCoinbase.BTC, 1).bids().get(0).px();
        other.exchange.outsiderTrades(SimCoinbase.BTC, Side.SELL, bid, Qty.of("0.01"));
        var frames = other.after(300).frames(1, "market_trades");
        return frames.get(frames.size() - 1).at("/events/0/trades/0/side").asText();
    }

    @Test
    void heartbeatsCountTheSeconds() {
        sim.frozen().connect(1);
        sim.subscribe(1, "heartbeats");
        var beats = sim.after(5_000).frames(1, "heartbeats");
        assertThat(beats)
                .extracting(beat -> beat.at("/events/0/heartbeat_counter").asInt())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(beats.get(0).at("/events/0/current_time").asText())
                .matches("2026-08-01 00:00:0[0-9.]+ \\+0000 UTC m=\\+[0-9.]+");
    }

    @Test
    void aSocketThatSubscribesToNothingIsClosedAfterFiveSeconds() {
        sim.connect(1);
        sim.after(4_900);
        assertThat(sim.pushed).isEmpty();
        sim.after(100);
        assertThat(sim.pushed).contains(new Push.Close(1, 1008, "no subscription"));
    }

    @Test
    void aSocketOnWhichNothingComesIsClosed() {
        sim.frozen().connect(1);
        sim.subscribe(1, "ticker", SimCoinbase.BTC);
        sim.after(80_000);
        assertThat(sim.pushed).contains(new Push.Close(1, 1001, "idle"));
    }

    @Test
    void whatCannotBeSubscribedToIsAnErrorWithoutANumber() {
        sim.connect(1);
        sim.subscribe(1, "level3", SimCoinbase.BTC);
        sim.subscribe(1, "level2", "DOGE-USD");
        sim.subscribe(1, "level2");
        sim.subscribe(1, "user");
        sim.type(1, "{\"type\":\"dance\"}");
        sim.type(1, "{");
        assertThat(sim.frames(1)).hasSize(6).allSatisfy(frame -> {
            assertThat(frame.path("type").asText()).isEqualTo("error");
            assertThat(frame.has("sequence_num")).isFalse();
        });
        sim.subscribe(1, "level2", SimCoinbase.BTC);
        assertThat(sim.frames(1).get(0).path("sequence_num").asInt(-1)).isZero();
    }

    @Test
    void whoTypesTooFastIsRefused() {
        var strict = new SimCoinbase(Limits.USUAL, Quirks.USUAL).frozen();
        strict.connect(1);
        for (int i = 0; i < 9; i++) {
            strict.subscribe(1, "heartbeats");
        }
        var frames = strict.frames(1);
        assertThat(frames.get(8).path("message").asText()).isEqualTo("rate limit exceeded");
        for (int conn = 2; conn < 10; conn++) {
            strict.connect(conn);
        }
        assertThat(strict.pushed).contains(new Push.Cut(9)).doesNotContain(new Push.Cut(8));
    }

    @Test
    void aMarketOrderMovesTheBookThatIsTold() {
        sim.frozen().connect(1);
        sim.subscribe(1, "level2", SimCoinbase.BTC);
        sim.exchange.setMid(SimCoinbase.BTC, Px.of("61000"), Optional.empty());
        var built = new Built();
        sim.after(200).frames(1, "l2_data").forEach(built::apply);
        built.isEqualTo(sim.exchange.picture(SimCoinbase.BTC, 10_000));
    }
}
