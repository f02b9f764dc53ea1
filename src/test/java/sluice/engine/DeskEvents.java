package sluice.engine;

/** What to call an event in an assertion. */
final class DeskEvents {

    private DeskEvents() {}

    static String name(DeskEvent event) {
        if (event instanceof DeskEvent.OfOrder order) {
            return order.event().getClass().getSimpleName();
        }
        if (event instanceof DeskEvent.OfParent parent) {
            return parent.event().getClass().getSimpleName();
        }
        if (event instanceof DeskEvent.OfAccount account) {
            return account.event().getClass().getSimpleName();
        }
        return event.getClass().getSimpleName();
    }
}
