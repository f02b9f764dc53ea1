package sluice.engine.codec;

import sluice.engine.DeskEvent;

/** The stable name of each kind of event: {@code order.traded}, {@code parent.opened}, {@code desk.noted}. */
final class TypeNames {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            var family = type.getInterfaces()[0].getSimpleName().replace("Event", "");
            var name = type.getSimpleName();
            return lowerFirst(family) + "." + lowerFirst(name);
        }
    };

    private TypeNames() {}

    static String of(DeskEvent event) {
        if (event instanceof DeskEvent.OfOrder order) {
            return NAMES.get(order.event().getClass());
        }
        if (event instanceof DeskEvent.OfParent parent) {
            return NAMES.get(parent.event().getClass());
        }
        if (event instanceof DeskEvent.OfAccount account) {
            return NAMES.get(account.event().getClass());
        }
        return NAMES.get(event.getClass());
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
