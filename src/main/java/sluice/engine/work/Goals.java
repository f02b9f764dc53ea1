package sluice.engine.work;

import java.util.Optional;
import sluice.engine.Command;
import sluice.engine.OrderRef;
import sluice.order.OrderState;
import sluice.order.parent.ParentOrder;

/** Whether a wait has what it waits for. */
public final class Goals {

    private Goals() {}

    /** True once the goal is met, false once it can no longer be, empty while it still may. */
    public static Optional<Boolean> judge(ParentOrder parent, Command.Await command) {
        var state = command.order() instanceof OrderRef.OfChild child
                ? parent.children().stream()
                        .filter(order -> order.ids().childId().equals(child.id()))
                        .findFirst()
                        .orElseThrow()
                        .state()
                : parent.state();
        return switch (command.goal()) {
            case OPEN -> judge(state != OrderState.PENDING && !isDead(state), isDead(state));
            case FILLED -> judge(state == OrderState.FILLED, state.isTerminal());
            case CLOSED -> judge(state.isTerminal(), false);
        };
    }

    private static boolean isDead(OrderState state) {
        return state == OrderState.CANCELLED || state == OrderState.REJECTED;
    }

    private static Optional<Boolean> judge(boolean met, boolean hopeless) {
        if (met) {
            return Optional.of(true);
        }
        return hopeless ? Optional.of(false) : Optional.empty();
    }
}
