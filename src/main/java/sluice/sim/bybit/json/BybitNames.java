package sluice.sim.bybit.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.SimFill;
import sluice.sim.SimRef;
import sluice.sim.bybit.call.Category;
import sluice.sim.front.Naming;

/** Bybit's names: a symbol in two categories, ids that are UUIDs on linear and numbers on spot. */
public final class BybitNames implements Naming {

    private static final long FIRST = 1_321_000_000_000_000_000L;
    private static final long HIGH = 0x51ce_0000_0000_4000L;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{19}");

    private final Map<String, Listing> bySymbol = new HashMap<>();
    private final Map<String, Listing> byName = new HashMap<>();

    public BybitNames(Exchange exchange) {
        for (var listing : exchange.listings()) {
            bySymbol.put(listing.symbol(), listing);
            byName.put(Category.of(listing) + listing.name(), listing);
        }
    }

    /** The listing of the exchange's own symbol. */
    public Listing listing(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol)).orElseThrow();
    }

    public Optional<Listing> listing(Category category, String name) {
        return Optional.ofNullable(byName.get(category + name));
    }

    @Override
    public String symbol(String listed) {
        return listing(listed).name();
    }

    @Override
    public String order(String listed, long orderId) {
        return id(listed, orderId);
    }

    @Override
    public String fill(SimFill fill) {
        return id(fill.order().symbol(), fill.execId());
    }

    /** A number as the category spells it. */
    public String id(String listed, long number) {
        return listing(listed).isPerpetual()
                ? new UUID(HIGH, Long.MIN_VALUE | number).toString()
                : String.valueOf(FIRST + number);
    }

    /** The order meant; empty when no order of the category can have the id. */
    public Optional<SimRef> ref(Category category, String id) {
        var number = category == Category.SPOT ? number(id) : ofUuid(id);
        return number.isPresent() ? Optional.of(SimRef.of(number.getAsLong())) : Optional.empty();
    }

    private static OptionalLong number(String id) {
        return NUMBER.matcher(id).matches() && id.charAt(0) == '1'
                ? OptionalLong.of(Long.parseLong(id) - FIRST)
                : OptionalLong.empty();
    }

    private static OptionalLong ofUuid(String id) {
        try {
            var uuid = UUID.fromString(id);
            return uuid.getMostSignificantBits() == HIGH
                    ? OptionalLong.of(uuid.getLeastSignificantBits() & Long.MAX_VALUE)
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }
}
