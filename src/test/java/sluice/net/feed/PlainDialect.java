package sluice.net.feed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.DepthSink;
import sluice.market.book.Verdict;
import sluice.net.HttpCall;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.feed.book.FrameReader;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.gate.Notice;
import sluice.net.limit.Limit;
import sluice.net.text.MalformedFrameException;

/**
 * A venue of the plainest words, whose stream begins with a snapshot: {@code snap BOOK SEQ BID ASK}, {@code delta BOOK
 * SEQ BID QTY}, {@code skip} for a message that the connection lost, {@code alive}, {@code print BOOK}. A book a
 * connection.
 */
final class PlainDialect implements MarketDialect {

    static final String RESUBSCRIBE = "again";

    private final List<Instrument> kept = new ArrayList<>();

    @Override
    public Dialect rest() {
        return (ask, reply) -> new Dialect.Heard(new Answer.Raw(reply.body()), Notice.NONE);
    }

    @Override
    public List<Limit> limits() {
        return List.of();
    }

    @Override
    public Ask listing() {
        return Ask.read(1, at -> HttpCall.get("http://venue/list", Map.of(), Duration.ofSeconds(1)));
    }

    /** Coins, a comma between; a page that ends with {@code +} has another after it. */
    @Override
    public Page page(String body) {
        var coins = body.replace("+", "").split(",");
        var listed = List.of(coins).stream().map(PlainDialect::instrument).toList();
        return new Page(listed, body.endsWith("+") ? Optional.of(listing()) : Optional.empty());
    }

    private static Instrument instrument(String coin) {
        return new Instrument(
                new VenueId("plain"),
                Symbol.of(coin + "-USD"),
                coin,
                Instrument.Grid.of("1", "1"),
                Instrument.Bounds.of("1", "1000", "1", "1000000"),
                BigDecimal.ONE,
                Instrument.Status.TRADING);
    }

    @Override
    public void keep(int book, Instrument instrument) {
        kept.add(instrument);
    }

    @Override
    public SequenceRule rule() {
        return new Next();
    }

    private static final class Next implements SequenceRule {

        private long last;

        @Override
        public void start(long at) {
            last = at;
        }

        @Override
        public Verdict judge(long first, long next) {
            if (next <= last) {
                return Verdict.STALE;
            }
            if (next > last + 1) {
                return Verdict.GAP;
            }
            last = next;
            return Verdict.APPLY;
        }

        @Override
        public long expected() {
            return last + 1;
        }
    }

    @Override
    public Optional<SnapshotSource> snapshots() {
        return Optional.empty();
    }

    @Override
    public List<Subscription> subscriptions() {
        var all = new ArrayList<Subscription>();
        for (int book = 0; book < kept.size(); book++) {
            var coin = kept.get(book).venueSymbol();
            all.add(new Subscription("ws://venue", List.of("hello " + coin, "trades " + coin), List.of(book)));
        }
        return all;
    }

    @Override
    public FrameReader reader(Subscription subscription) {
        return new Reader();
    }

    private static final class Reader implements FrameReader, DepthUpdate {

        private final DepthSink levels = new DepthSink();
        private boolean isSnapshot;
        private int book;
        private long seq;

        @Override
        public Frame read(String frame) {
            var words = frame.split(" ");
            book = -1;
            switch (words[0]) {
                case "snap", "delta" -> {
                    book = Integer.parseInt(words[1]);
                    seq = Long.parseLong(words[2]);
                    levels.begin(0, 0);
                    isSnapshot = words[0].equals("snap");
                    levels.bids().add(Long.parseLong(words[3]), isSnapshot ? 1 : Long.parseLong(words[4]));
                    if (isSnapshot) {
                        levels.asks().add(Long.parseLong(words[4]), 1);
                    }
                    return Frame.DEPTH;
                }
                case "skip" -> {
                    return Frame.GAP;
                }
                case "broken" -> {
                    book = Integer.parseInt(words[1]);
                    throw new MalformedFrameException("half a frame");
                }
                default -> {
                    return Frame.OTHER;
                }
            }
        }

        @Override
        public DepthUpdate update() {
            return this;
        }

        @Override
        public boolean next() {
            return false;
        }

        @Override
        public int book() {
            return book;
        }

        @Override
        public boolean isSnapshot() {
            return isSnapshot;
        }

        @Override
        public long first() {
            return seq;
        }

        @Override
        public long last() {
            return seq;
        }

        @Override
        public DepthSink levels() {
            return levels;
        }
    }

    @Override
    public List<MarketNews> news(Subscription subscription, String frame) {
        var words = frame.split(" ");
        return switch (words[0]) {
            case "alive" -> List.of(new MarketNews.Alive());
            case "refused" -> List.of(new MarketNews.Refused("no such channel"));
            case "print" ->
                List.of(new MarketNews.Print(
                        Integer.parseInt(words[1]), Side.BUY, Px.of("100"), Qty.of("1"), Instant.EPOCH));
            default -> throw new MalformedFrameException("what is " + frame);
        };
    }

    @Override
    public Optional<String> probe(long id) {
        return Optional.of("ping");
    }

    @Override
    public List<String> resubscribe(int book) {
        return List.of(RESUBSCRIBE + " " + book);
    }
}
