package sluice.sim.floor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import sluice.market.Side;
import sluice.sim.match.Scales;
import sluice.sim.perp.Contract;
import sluice.sim.perp.Position;

/** An account's position in one perpetual, in lots and units, and what is bound for it and its orders. */
final class Stake {

    final int account;
    final Scales scales;

    private final String owner;
    private long lots;
    private long entry;
    private long realised;
    private BigDecimal leverage;
    private Instant updatedAt;
    private long bound;

    /** How many lots a trade closed, and what that won. */
    record Closing(long lots, long pnl) {}

    Stake(int account, String owner, Scales scales, Instant at) {
        this.account = account;
        this.owner = owner;
        this.scales = scales;
        this.leverage = BigDecimal.valueOf(contract().leverage());
        this.updatedAt = at;
    }

    static Stake of(Position kept, int account, Scales scales) {
        var stake = new Stake(account, kept.account(), scales, kept.updatedAt());
        stake.lots = scales.lots(kept.size());
        stake.entry = Scales.units(kept.entryValue());
        stake.realised = Scales.units(kept.realised());
        stake.leverage = kept.leverage();
        return stake;
    }

    Contract contract() {
        return scales.listing().contract().orElseThrow();
    }

    Position snapshot() {
        return new Position(
                owner,
                scales.listing().symbol(),
                scales.signed(lots),
                Scales.amount(entry),
                Scales.amount(realised),
                leverage,
                updatedAt);
    }

    String owner() {
        return owner;
    }

    String money() {
        return scales.listing().quote();
    }

    long lots() {
        return lots;
    }

    BigDecimal leverage() {
        return leverage;
    }

    void leverage(BigDecimal value, Instant at) {
        leverage = value;
        updatedAt = at;
    }

    /** How many lots an order of the side would close before it opens any. */
    long room(Side side) {
        return Math.max(0, -side.sign() * lots);
    }

    Closing trade(Side side, long ticks, long count, Instant at) {
        var closing = Math.min(count, room(side));
        var given = closing == 0 ? 0 : share(entry, closing, Math.abs(lots));
        var got = scales.quote(ticks, closing);
        var pnl = side == Side.SELL ? got - given : given - got;
        entry = Math.addExact(entry - given, scales.quote(ticks, count - closing));
        lots = Math.addExact(lots, side.sign() * count);
        realised = Math.addExact(realised, pnl);
        updatedAt = at;
        return new Closing(closing, pnl);
    }

    void funded(long paid, Instant at) {
        realised = Math.subtractExact(realised, paid);
        updatedAt = at;
    }

    /** What closing all of it at the price would win. */
    long unrealised(long ticks) {
        return scales.quote(ticks, lots) - Long.signum(lots) * entry;
    }

    /** What the open position binds. */
    long margin() {
        return margin(entry);
    }

    /** What so much quote money of position binds. */
    long margin(long units) {
        return BigDecimal.valueOf(units).divide(leverage, 0, RoundingMode.UP).longValueExact();
    }

    /** What is bound for it and its orders, as last told; the caller moves the money. */
    long bound() {
        return bound;
    }

    void bound(long units) {
        bound = units;
    }

    private static long share(long units, long part, long of) {
        return BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(of))
                .longValueExact();
    }
}
