package sluice.sim.bybit.endpoint;

import java.util.List;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Refusal;

/** Which part of a list a request is answered with; the cursor is opaque to clients and the next index to us. */
record Pages(int from, int to, int size) {

    private static final String MARK = "page_token:";

    static Pages of(Form form, int size, int otherwise, int most) {
        var from = form.optional("cursor").map(Pages::index).orElse(0);
        return new Pages(
                Math.min(from, size), Math.min(size, from + form.limit(otherwise, Math.max(most, otherwise))), size);
    }

    private static int index(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor.replace(MARK, "")));
        } catch (NumberFormatException e) {
            throw Refusal.parameter("params error: cursor invalid");
        }
    }

    <T> List<T> cut(List<T> all) {
        return all.subList(from, Math.max(from, to));
    }

    String next() {
        return to < size ? MARK + to : "";
    }
}
