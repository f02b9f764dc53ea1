package sluice.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.engine.DeskEvent;
import sluice.market.Mark;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

class EventCodecTest {

    private static final int EACH = 200;

    private final Anything anything = new Anything(new Random(42));

    private static final Set<Class<?>> WRAPPERS =
            Set.of(DeskEvent.OfOrder.class, DeskEvent.OfParent.class, DeskEvent.OfAccount.class);

    /** Every kind there is, so that one that is added is here without being named. */
    static Stream<Class<?>> kinds() {
        return Stream.of(DeskEvent.class, OrderEvent.class, ParentEvent.class, AccountEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .filter(kind -> !WRAPPERS.contains(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfEventComesBackAsItWas(Class<?> kind) {
        for (var i = 0; i < EACH; i++) {
            var event = event(anything.of(kind));
            var entry = codec(event).encode(i + 1, event);

            assertThat(codec(event).decode(entry)).isEqualTo(event);
        }
    }

    private static DeskEvent event(Object made) {
        if (made instanceof OrderEvent order) {
            return new DeskEvent.OfOrder(order);
        }
        if (made instanceof AccountEvent account) {
            return new DeskEvent.OfAccount(account);
        }
        return made instanceof ParentEvent parent ? new DeskEvent.OfParent(parent) : (DeskEvent) made;
    }

    /** Knows the order that the event is about. */
    private EventCodec codec(DeskEvent event) {
        var child = event instanceof DeskEvent.OfOrder order ? order.event().childId() : new ChildId(1);
        var ids = new Order.Ids(child, new ParentId(3), new ClOrdId("sl-t4g-1"), new VenueId("binance"));
        var created = new OrderEvent.Created(ids, anything.of(Terms.class), Mark.NONE, event.at());
        return new EventCodec(id -> Order.of(created));
    }
}
