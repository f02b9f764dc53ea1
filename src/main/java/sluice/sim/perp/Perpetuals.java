package sluice.sim.perp;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.sim.Outcome;

/** The part of an exchange that only perpetuals have. Confined to the simulator's thread. */
public interface Perpetuals {

    /** The account's positions that are open or have a past, in the order of the listings. */
    List<Position> positions(String account);

    /** The account's position, flat if it never had one. */
    Position position(String account, String symbol);

    /** Sets the leverage, and what is bound by it; denied when out of bounds or when the money is not there. */
    Optional<Outcome.Denied> leverage(String account, String symbol, BigDecimal leverage);

    /** Oldest first. */
    List<Funding> fundings(String account);

    Marking marking(String symbol);

    /** What new orders may bind: the free balance less what open positions have lost so far. */
    BigDecimal available(String account, String asset);

    /** What the open position binds, its orders left out. */
    BigDecimal margin(String account, String symbol);
}
