package sluice.simulation;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import sluice.engine.turn.Input;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.ForwardingJournal;
import sluice.journal.Journal;
import sluice.market.Money;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Reason;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;

/** Rules broken on purpose, each where a program would break it. */
final class Mistakes {

    private Mistakes() {}

    /** A transport that takes silence for proof that nothing was sent. */
    static UnaryOperator<Transport> silenceMeansNotSent() {
        return outcomes(outcome -> outcome instanceof HttpOutcome.Failure failure
                ? new HttpOutcome.Failure(false, failure.cause(), failure.took())
                : outcome);
    }

    /** A transport that tells of a failed call with the whole of the call. */
    static UnaryOperator<Transport> failuresShowTheCall() {
        return transport -> new Redone(transport) {
            @Override
            public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
                super.call(
                        call,
                        what -> outcome.accept(
                                what instanceof HttpOutcome.Failure failure
                                        ? new HttpOutcome.Failure(
                                                failure.sent(),
                                                failure.cause() + " at " + call.url() + " " + call.body(),
                                                failure.took())
                                        : what));
            }
        };
    }

    /** A transport that sends an order again when no answer comes. */
    static UnaryOperator<Transport> unansweredOrdersGoAgain() {
        return transport -> new Redone(transport) {
            @Override
            public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
                super.call(call, what -> {
                    if (call.method().equals("POST") && what instanceof HttpOutcome.Failure) {
                        super.call(call, outcome);
                    } else {
                        outcome.accept(what);
                    }
                });
            }
        };
    }

    /** A transport that sends an order again under an id of its own when no answer comes. */
    static UnaryOperator<Transport> unansweredOrdersGoUnderAnotherId() {
        return transport -> new Redone(transport) {
            @Override
            public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
                super.call(call, what -> {
                    if (isOrder(call) && what instanceof HttpOutcome.Failure) {
                        super.call(renamed(call), outcome);
                    } else {
                        outcome.accept(what);
                    }
                });
            }
        };
    }

    private static HttpCall renamed(HttpCall call) {
        var id = "newClientOrderId=";
        return new HttpCall(
                call.method(),
                call.url().replace(id, id + "again-"),
                call.headers(),
                call.body().replace(id, id + "again-"),
                call.contentType(),
                call.deadline());
    }

    private static boolean isOrder(HttpCall call) {
        return call.method().equals("POST") && (call.url() + "?").contains("/api/v3/order?");
    }

    /** A transport that keeps a new order until something else is to be sent. */
    static UnaryOperator<Transport> ordersAreHeldBack() {
        return transport -> new Redone(transport) {
            private final List<Runnable> held = new ArrayList<>();

            @Override
            public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
                if (isOrder(call)) {
                    held.add(() -> super.call(call, outcome));
                    return;
                }
                var due = List.copyOf(held);
                held.clear();
                due.forEach(Runnable::run);
                super.call(call, outcome);
            }
        };
    }

    private static UnaryOperator<Transport> outcomes(UnaryOperator<HttpOutcome> change) {
        return transport -> new Redone(transport) {
            @Override
            public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
                super.call(call, what -> outcome.accept(change.apply(what)));
            }
        };
    }

    private static class Redone implements Transport {

        private final Transport transport;

        Redone(Transport transport) {
            this.transport = transport;
        }

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
            transport.call(call, outcome);
        }

        @Override
        public Link open(String url, LinkListener listener) {
            return transport.open(url, listener);
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    /** Every fill a second time, under a number of the desk's own making. */
    static List<Input> fillsCountTwice(Input input) {
        if (input instanceof Input.News heard
                && heard.event() instanceof VenueEvent.OrderReport report
                && report.news() instanceof OrderNews.Traded traded) {
            var fill = traded.execution();
            var other = new Execution(
                    new ExecId(fill.execId() + "-again"),
                    fill.lastQty(),
                    fill.lastPx(),
                    fill.fee(),
                    fill.liquidity(),
                    fill.at());
            return List.of(input, with(report, new OrderNews.Traded(other)));
        }
        return List.of(input);
    }

    /** An adapter that takes an unknown outcome for a rejection. */
    static List<Input> unknownMeansRejected(Input input) {
        if (input instanceof Input.News heard
                && heard.event() instanceof VenueEvent.OrderReport report
                && report.news() instanceof OrderNews.InDoubt doubt) {
            var closure = new Closure(Reason.OTHER, doubt.cause());
            return List.of(with(report, new OrderNews.Rejected(closure)));
        }
        return List.of(input);
    }

    /** A desk that is never told that its private stream was down. */
    static List<Input> privateStreamNeverBreaks(Input input) {
        var breaks = input instanceof Input.News heard
                && heard.event() instanceof VenueEvent.FeedChanged changed
                && changed.feed().equals(Feed.PRIVATE)
                && changed.state() != FeedState.LIVE;
        return breaks ? List.of() : List.of(input);
    }

    /** Fees to the cent. */
    static List<Input> feesAreRounded(Input input) {
        if (input instanceof Input.News heard
                && heard.event() instanceof VenueEvent.OrderReport report
                && report.news() instanceof OrderNews.Traded traded) {
            var fill = traded.execution();
            var fee = new Money(
                    fill.fee().amount().setScale(2, RoundingMode.HALF_EVEN),
                    fill.fee().asset());
            var other = new Execution(fill.execId(), fill.lastQty(), fill.lastPx(), fee, fill.liquidity(), fill.at());
            return List.of(with(report, new OrderNews.Traded(other)));
        }
        return List.of(input);
    }

    /** Books that are shown as they last were while they are not there. */
    static List<Input> booksAreRemembered(Input input) {
        return input instanceof Input.News heard && heard.event() instanceof VenueEvent.BookOpened opened
                ? List.of(new Input.News(
                        new VenueEvent.BookOpened(opened.venue(), new Remembered(opened.book()), opened.at())))
                : List.of(input);
    }

    private static final class Remembered implements LiveBook {

        private final LiveBook book;
        private Optional<Ladder> last = Optional.empty();
        private long reads;

        Remembered(LiveBook book) {
            this.book = book;
        }

        @Override
        public VenueId venue() {
            return book.venue();
        }

        @Override
        public Symbol symbol() {
            return book.symbol();
        }

        @Override
        public Optional<Ladder> read(int depth) {
            last = book.read(Math.max(depth, FeedTruth.DEPTH)).or(() -> last);
            return last.map(known -> new Ladder(known.bids(), known.asks(), known.version(), Long.MAX_VALUE / 2));
        }

        @Override
        public long version() {
            return book.version() + ++reads;
        }
    }

    private static Input with(VenueEvent.OrderReport report, OrderNews news) {
        return new Input.News(new VenueEvent.OrderReport(
                report.venue(), report.clOrdId(), report.orderId(), report.symbol(), news, report.at()));
    }

    /** A journal that says a batch is durable and writes it with the next one. */
    static Journal acknowledgesFirst(Journal journal) {
        return new ForwardingJournal(journal) {
            private final List<Entry> waiting = new ArrayList<>();

            @Override
            public void append(List<Entry> batch) {
                if (!waiting.isEmpty()) {
                    super.append(List.copyOf(waiting));
                }
                waiting.clear();
                waiting.addAll(batch);
            }
        };
    }

    /** A journal that forgets fills, but for the last event, when it is read again. */
    static Journal forgetsFills(Journal journal) {
        return new ForwardingJournal(journal) {
            @Override
            public <T> void replay(long seq, Function<Entry, T> decoder, Consumer<T> reader) {
                super.replay(seq, Function.identity(), entry -> {
                    if (!entry.type().equals("order.traded") || entry.seq() == head().seq()) {
                        reader.accept(decoder.apply(entry));
                    }
                });
            }

            @Override
            public Optional<Checkpoint> checkpoint() {
                return Optional.empty();
            }
        };
    }
}
