package sluice.engine.work;

import java.time.Duration;
import sluice.engine.turn.Turn;
import sluice.order.Order;
import sluice.order.Request;
import sluice.risk.exposure.TradingState;
import sluice.venue.Manifest;
import sluice.venue.VenueCommand;

/**
 * What is sent about a new order that its venue does not know, before its absence may count.
 *
 * <ol>
 *   <li>Where the manifest says that one id makes one order for the whole window, the order itself, once, under the
 *       same id: the answer is the first order, or it arrives now. Only at once, since later the price is another one.
 *   <li>A cancel, so that a later arrival does not work; where it takes the venue's own id, none can be sent, and the
 *       venue's lists are all the proof there is.
 * </ol>
 *
 * <p>Confined to the desk thread.
 */
final class Fence {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Turn turn;

    Fence(Turn turn) {
        this.turn = turn;
    }

    void before(Order order, Inquiry open) {
        var manifest = turn.venue(order.ids().venue()).manifest();
        if (!open.isResent() && mayResend(order, manifest)) {
            open.resent();
            turn.sendAgain(
                    order.ids().venue(), new VenueCommand.NewOrder(order.ids().clOrdId(), order.terms()));
            return;
        }
        open.fenced();
        if (manifest.answers().cancelsByClientId() || order.orderId().isPresent()) {
            turn.send(order.ids().venue(), new VenueCommand.CancelOrder(Refs.of(order)));
        }
    }

    private boolean mayResend(Order order, Manifest manifest) {
        var parent = turn.orders().parentOf(order).parent();
        var age = turn.now().apart(parent.opened().at());
        var isWanted = !parent.cancelAsked()
                && order.cumQty().isZero()
                && order.inFlight().filter(Request.New.class::isInstance).isPresent();
        return isWanted
                && age.compareTo(AT_ONCE) < 0
                && manifest.clientIds().permitsResend(age)
                && turn.state()
                                .trading()
                                .at(
                                        order.ids().venue(),
                                        order.terms().symbol(),
                                        parent.opened().instructions().tag())
                        == TradingState.ACTIVE;
    }
}
