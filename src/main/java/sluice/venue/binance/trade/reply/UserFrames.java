package sluice.venue.binance.trade.reply;

import java.util.Optional;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.position.Balance;
import sluice.venue.VenueOrder;
import sluice.venue.binance.trade.wire.SymbolNames;

/** Reads the frames of the WebSocket API; the case of a key matters ({@code c} is not {@code C}). Immutable. */
public record UserFrames(SymbolNames names) {

    private static final OrderObjects.Keys TERMS = new OrderObjects.Keys("S", "o", "f", "p", "q");

    /** Throws {@link UnableToReadException} for a frame that the venue's page does not allow. */
    public UserEvent read(String text) {
        var frame = Json.read(text);
        if (frame.has("event")) {
            return event(frame.in("event"));
        }
        return frame.has("e") ? event(frame) : answer(frame);
    }

    private static UserEvent answer(Fields frame) {
        var status = frame.has("status") ? (int) frame.number("status") : 0;
        return new UserEvent.Answered(
                frame.textOrNone("id"), status, frame.find("error").flatMap(VenueError::find));
    }

    private UserEvent event(Fields event) {
        var name = event.text("e");
        return switch (name) {
            case "executionReport" -> new UserEvent.Reported(report(event));
            case "outboundAccountPosition" ->
                new UserEvent.Held(event.in("B").all().stream()
                        .map(row -> new Balance(row.text("a"), row.decimal("f"), row.decimal("l")))
                        .toList());
            case "eventStreamTerminated", "serverShutdown" -> new UserEvent.Ending(name);
            default -> new UserEvent.Other(name);
        };
    }

    private ExecutionReport report(Fields event) {
        var kind = kind(event.text("x"));
        var symbol = names.symbol(event.text("s"));
        var terms = OrderObjects.terms(symbol, event, TERMS);
        var cumQty = event.qty("z");
        var status = event.text("X");
        var order = new VenueOrder(
                clOrdId(event, kind),
                new OrderId(Long.toString(event.number("i"))),
                terms,
                cumQty,
                event.decimal("Z"),
                Closures.state(status, cumQty.isPositive()),
                Closures.of(status, why(event), terms.tif()));
        return new ExecutionReport(kind, order, kind == ExecutionReport.Kind.TRADE ? trade(event, symbol) : none());
    }

    /** User data stream, C: "Original client order ID; This is the ID of the order being canceled". */
    private static Optional<ClOrdId> clOrdId(Fields event, ExecutionReport.Kind kind) {
        var original = kind == ExecutionReport.Kind.CANCELED ? event.textOrNone("C") : "";
        var id = original.isEmpty() ? event.textOrNone("c") : original;
        return id.isEmpty() ? Optional.empty() : Optional.of(new ClOrdId(id));
    }

    private static String why(Fields event) {
        var expiry = event.textOrNone("eR");
        var reject = event.textOrNone("r");
        return expiry.isEmpty() && !reject.equals("NONE") ? reject : expiry;
    }

    /** Trade id -1 stands for none. */
    private static Optional<Execution> trade(Fields event, Symbol symbol) {
        var id = event.number("t");
        if (id < 0) {
            return none();
        }
        return Optional.of(new Execution(
                new ExecId(Long.toString(id)),
                event.qty("l"),
                event.px("L"),
                OrderObjects.fee(event, "n", "N", symbol),
                event.flag("m") ? Liquidity.MAKER : Liquidity.TAKER,
                event.time("T")));
    }

    private static Optional<Execution> none() {
        return Optional.empty();
    }

    private static ExecutionReport.Kind kind(String text) {
        return switch (text) {
            case "NEW" -> ExecutionReport.Kind.NEW;
            case "CANCELED" -> ExecutionReport.Kind.CANCELED;
            case "REPLACED" -> ExecutionReport.Kind.REPLACED;
            case "REJECTED" -> ExecutionReport.Kind.REJECTED;
            case "TRADE" -> ExecutionReport.Kind.TRADE;
            case "EXPIRED" -> ExecutionReport.Kind.EXPIRED;
            case "TRADE_PREVENTION" -> ExecutionReport.Kind.TRADE_PREVENTION;
            default -> ExecutionReport.Kind.OTHER;
        };
    }
}
