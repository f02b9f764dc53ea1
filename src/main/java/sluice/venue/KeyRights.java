package sluice.venue;

import java.util.List;

/**
 * What a venue says our API key may do. Immutable; holds nothing of the key itself.
 *
 * @param trades whether it may place orders
 * @param withdraws whether it may take money out: such a key is refused
 * @param named the venue's own words for its rights
 */
public record KeyRights(boolean trades, boolean withdraws, List<String> named) {

    public KeyRights {
        named = List.copyOf(named);
    }
}
