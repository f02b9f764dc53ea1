package sluice.venue.bybit.names;

import java.util.Optional;
import sluice.market.Symbol;

/** The parts of the venue that sluice trades; the same venue symbol stands for another thing in each. */
public enum Category {
    SPOT("spot"),
    LINEAR("linear");

    private final String wireName;

    Category(String wireName) {
        this.wireName = wireName;
    }

    /** Where a symbol is traded. */
    public static Category of(Symbol symbol) {
        return symbol.isPerpetual() ? LINEAR : SPOT;
    }

    /** Empty for a category we do not trade, such as {@code inverse} or {@code option}. */
    public static Optional<Category> named(String wireName) {
        for (var category : values()) {
            if (category.wireName.equals(wireName)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    public String wireName() {
        return wireName;
    }

    public Symbol.Kind kind() {
        return this == SPOT ? Symbol.Kind.SPOT : Symbol.Kind.PERPETUAL;
    }
}
