package sluice.venue.bybit.trade.reply;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.bybit.names.Category;

/** Reads the frames of the private socket. Immutable. */
public record PrivateFrames(OrderObjects orders, AccountObjects account) {

    /** Throws {@link UnableToReadException} for a frame that the venue's page does not allow. */
    public PrivateEvent read(String text) {
        var frame = Json.read(text);
        var topic = frame.textOrNone("topic");
        return switch (topic) {
            case "" -> answer(frame);
            case "order" ->
                new PrivateEvent.Stood(
                        rows(frame, (row, category) -> Stream.of(orders.order(row, category))), isStrange(frame));
            case "execution" ->
                new PrivateEvent.Executed(
                        rows(frame, (row, category) -> orders.fill(row, category).stream()),
                        rows(frame, (row, category) -> orders.funding(row, category).stream()));
            case "position" ->
                new PrivateEvent.Positioned(rows(frame, (row, category) -> Stream.of(account.position(row))));
            case "wallet" -> new PrivateEvent.Held(AccountObjects.balances(frame.in("data")));
            default -> new PrivateEvent.Other(topic);
        };
    }

    private static boolean isStrange(Fields frame) {
        return !frame.in("data").all().stream().allMatch(row -> Closures.isKnown(row.textOrNone("orderStatus")));
    }

    /** One account trades more than we do: a row of a category we do not know is none of ours. */
    private static <T> List<T> rows(Fields frame, BiFunction<Fields, Category, Stream<T>> read) {
        return frame.in("data").all().stream()
                .flatMap(row ->
                        Category.named(row.text("category")).stream().flatMap(category -> read.apply(row, category)))
                .toList();
    }

    /** Sockets spell their answers in two ways: {@code success} and {@code ret_msg}, {@code retCode} and so on. */
    private static PrivateEvent answer(Fields frame) {
        var op = frame.textOrNone("op");
        if (op.equals("ping") || op.equals("pong")) {
            return new PrivateEvent.Pong();
        }
        if (op.equals("auth") || op.equals("subscribe") || op.equals("unsubscribe")) {
            var success = frame.has("success") ? frame.flag("success") : VenueError.isSuccess(frame);
            var text = frame.textOrNone("ret_msg") + frame.textOrNone("retMsg");
            return new PrivateEvent.Answered(frame.textOrNone("req_id"), op, success, text);
        }
        return new PrivateEvent.Other(op);
    }
}
