package sluice.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import sluice.engine.turn.Input;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Journal;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Reason;
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

    private static Input with(VenueEvent.OrderReport report, OrderNews news) {
        return new Input.News(new VenueEvent.OrderReport(
                report.venue(), report.clOrdId(), report.orderId(), report.symbol(), news, report.at()));
    }

    /** A journal that says a batch is durable and writes it with the next one. */
    static Journal acknowledgesFirst(Journal journal) {
        return new Kept(journal) {
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
        return new Kept(journal) {
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
