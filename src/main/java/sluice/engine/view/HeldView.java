package sluice.engine.view;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What an account holds beyond what fills add up to, by asset, or by symbol for a perpetual's position. Immutable.
 *
 * @param beyond all of it: what was there when the journal first saw the account, and what was corrected since
 * @param adjusted what of it was corrected, each time on somebody's word
 */
public record HeldView(Map<String, BigDecimal> beyond, Map<String, BigDecimal> adjusted) {

    public HeldView {
        beyond = Map.copyOf(beyond);
        adjusted = Map.copyOf(adjusted);
    }
}
