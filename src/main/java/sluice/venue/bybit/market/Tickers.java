package sluice.venue.bybit.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Px;
import sluice.net.feed.MarketNews;
import sluice.venue.bybit.market.wire.StreamMessage.Ticker;

/**
 * What perpetuals are marked at, put together from tickers, and told when it changes.
 *
 * <p>Ticker: "If a response param is not found in the message, then its value has not changed". Confined to its
 * session.
 */
final class Tickers {

    private final Map<Integer, Known> byBook = new HashMap<>();

    private record Known(Optional<Px> markPx, Optional<BigDecimal> fundingRate, Optional<Instant> nextFunding) {

        Known with(Ticker news) {
            return new Known(
                    news.markPx().or(() -> markPx),
                    news.fundingRate().or(() -> fundingRate),
                    news.nextFunding().or(() -> nextFunding));
        }
    }

    List<MarketNews> take(int book, Ticker news) {
        var before = byBook.getOrDefault(book, new Known(Optional.empty(), Optional.empty(), Optional.empty()));
        var now = before.with(news);
        byBook.put(book, now);
        return now.equals(before) ? List.of() : marked(book, now);
    }

    private static List<MarketNews> marked(int book, Known now) {
        return now
                .markPx()
                .flatMap(px -> now.fundingRate()
                        .flatMap(rate ->
                                now.nextFunding().<MarketNews>map(next -> new MarketNews.Marked(book, px, rate, next))))
                .stream()
                .toList();
    }
}
