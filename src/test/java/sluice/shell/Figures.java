package sluice.shell;

import java.util.Collection;
import sluice.engine.DeskEvent;
import sluice.order.parent.ParentOrder;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;
import sluice.quality.QualityBook;

/** What the timelines of some orders come to. */
final class Figures {

    private Figures() {}

    static Quality of(Collection<ParentOrder> orders, Question question) {
        var book = new QualityBook();
        for (var order : orders) {
            for (var each : Orders.timeline(order)) {
                if (each.event() instanceof DeskEvent.OfParent told) {
                    book.apply(told.event());
                } else if (each.event() instanceof DeskEvent.OfOrder told) {
                    book.apply(told.event());
                }
            }
        }
        return book.answer(orders.size(), question);
    }
}
