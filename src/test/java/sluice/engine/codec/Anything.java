package sluice.engine.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.Tif;
import sluice.order.parent.Origin;

/** Records of any kind, filled at random and without end; those with rules of their own are made by hand. */
final class Anything {

    private static final String LETTERS = "abcXYZ-_ 0189\"\\{}:,\u00e9\u20bf\n";

    private final Random random;
    private final Map<Class<?>, Supplier<?>> special = new HashMap<>();

    Anything(Random random) {
        this.random = random;
        special.put(String.class, this::text);
        special.put(long.class, () -> random.nextLong() >>> 8);
        special.put(boolean.class, random::nextBoolean);
        special.put(BigDecimal.class, () -> BigDecimal.valueOf(random.nextInt() >>> 1, random.nextInt(9)));
        special.put(Instant.class, () -> Instant.ofEpochSecond(random.nextInt() >>> 1, random.nextInt(1_000_000_000)));
        special.put(Symbol.class, () -> Symbol.of(random.nextBoolean() ? "BTC-USDT" : "ETH-BTC-PERP"));
        special.put(Tif.class, () -> random.nextInt(4) == 0 ? Tif.gtd(Instant.ofEpochSecond(1_800_000_000)) : Tif.IOC);
        special.put(Origin.class, () -> new Origin(text(), text(), text(), batchKey()));
        special.put(Order.Ids.class, this::ids);
        special.put(Scope.class, this::scope);
        special.put(int.class, () -> random.nextInt(28));
    }

    private Optional<String> batchKey() {
        return random.nextBoolean() ? Optional.of("batch:7:" + random.nextInt()) : Optional.empty();
    }

    /** An event names an order as it is created: no amend has named it anew. */
    private Order.Ids ids() {
        return new Order.Ids(of(ChildId.class), of(ParentId.class), of(ClOrdId.class), of(VenueId.class));
    }

    private Scope scope() {
        return random.nextBoolean() ? Scope.GLOBAL : Scope.of(Symbol.of("BTC-USDT"));
    }

    private String text() {
        var text = new StringBuilder("t");
        for (var length = random.nextInt(12); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    <T> T of(Class<T> type) {
        return type.cast(wrapped(type));
    }

    private Object wrapped(Class<?> type) {
        var made = special.get(type);
        if (made != null) {
            return made.get();
        }
        if (type.isEnum()) {
            return pick(type.getEnumConstants());
        }
        return type.isSealed() ? wrapped(pick(type.getPermittedSubclasses())) : fill(type);
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    private Object fill(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> generic(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " of " + Arrays.toString(values), e);
        }
    }

    private Object generic(Type type) {
        if (type instanceof ParameterizedType generic) {
            var inner = (Class<?>) generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class ? optional(inner) : list(inner);
        }
        return wrapped((Class<?>) type);
    }

    private Optional<?> optional(Class<?> inner) {
        return random.nextBoolean() ? Optional.of(wrapped(inner)) : Optional.empty();
    }

    private List<?> list(Class<?> inner) {
        var list = new ArrayList<Object>();
        for (var size = random.nextInt(4); size > 0; size--) {
            list.add(wrapped(inner));
        }
        return list;
    }
}
