package sluice.risk.limits;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * What may not be traded, and what alone may be. Immutable.
 *
 * <p>What is denied is denied though it be allowed as well; an empty list of what is allowed allows all.
 */
public record Restrictions(List<Rule> deny, List<Rule> allow) {

    public static final Restrictions NONE = new Restrictions(List.of(), List.of());

    private static final String ANY = "*";

    public Restrictions {
        deny = List.copyOf(deny);
        allow = List.copyOf(allow);
    }

    /** A side, a venue and a symbol; what is empty is any. Immutable. */
    public record Rule(Optional<Side> side, Optional<VenueId> venue, Optional<Symbol> symbol) {

        /**
         * Reads {@code [buy|sell] [VENUE/]SYMBOL}, where a star stands for any symbol.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static Rule parse(String text) {
            var words = text.strip().split("\\s+", 2);
            var side = words.length == 2
                    ? Optional.of(Side.valueOf(words[0].toUpperCase(Locale.ROOT)))
                    : Optional.<Side>empty();
            var place = words[words.length - 1].split("/", 2);
            var name = place[place.length - 1];
            return new Rule(
                    side,
                    place.length == 2 ? Optional.of(new VenueId(place[0])) : Optional.empty(),
                    name.equals(ANY) ? Optional.empty() : Optional.of(Symbol.of(name)));
        }

        boolean covers(Side of, VenueId at, Symbol what) {
            return side.filter(own -> own != of).isEmpty()
                    && venue.filter(own -> !own.equals(at)).isEmpty()
                    && symbol.filter(own -> !own.equals(what)).isEmpty();
        }

        @Override
        public String toString() {
            return side.map(own -> own.name().toLowerCase(Locale.ROOT) + " ").orElse("")
                    + venue.map(own -> own + "/").orElse("")
                    + symbol.map(Symbol::name).orElse(ANY);
        }
    }

    /** Why an order may not go, as a sentence; empty where it may. */
    public Optional<String> why(Side side, VenueId venue, Symbol symbol) {
        for (var rule : deny) {
            if (rule.covers(side, venue, symbol)) {
                return Optional.of("The configuration denies " + rule + ".");
            }
        }
        if (allow.isEmpty() || allow.stream().anyMatch(rule -> rule.covers(side, venue, symbol))) {
            return Optional.empty();
        }
        return Optional.of("The configuration allows only "
                + String.join(", ", allow.stream().map(Rule::toString).toList()) + ".");
    }
}
