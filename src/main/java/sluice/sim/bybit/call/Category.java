package sluice.sim.bybit.call;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.sim.Listing;

/** What Bybit sorts its symbols by; the same symbol may be in more than one. */
public enum Category {
    SPOT,
    LINEAR,
    INVERSE,
    OPTION;

    public static Optional<Category> of(String wire) {
        return Stream.of(values())
                .filter(category -> category.wire().equals(wire))
                .findFirst();
    }

    public static Category of(Listing listing) {
        return listing.isPerpetual() ? LINEAR : SPOT;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One of two things, by what the category is. */
    public <T> T pick(T spot, T derivative) {
        return this == SPOT ? spot : derivative;
    }
}
