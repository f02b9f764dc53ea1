package sluice.sim.floor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;
import sluice.sim.match.Scales;
import sluice.sim.perp.Funding;
import sluice.sim.perp.FundingRate;
import sluice.sim.perp.Marking;
import sluice.sim.perp.Perpetuals;
import sluice.sim.perp.Position;

/** Positions as accounts see them, and the payments between longs and shorts. */
record PerpetualDesk(BackOffice office, Map<String, Pit> pits) implements Perpetuals {

    /** Lets longs and shorts pay each other when it is time. */
    void fund(Pit pit, Instant at) {
        var due =
                pit.scales().listing().contract().filter(contract -> FundingRate.isDue(at, contract.fundingInterval()));
        if (due.isPresent()) {
            var marking = pit.marking();
            stakes().in(pit.scales()).stream()
                    .filter(stake -> stake.lots() != 0)
                    .forEach(stake -> office.fund(stake, marking, pit.markTicks()));
        }
    }

    @Override
    public List<Position> positions(String account) {
        return stakes().all(number(account)).stream().map(Stake::snapshot).toList();
    }

    @Override
    public Position position(String account, String symbol) {
        return stake(account, symbol).snapshot();
    }

    @Override
    public Optional<Denied> leverage(String account, String symbol, BigDecimal leverage) {
        office.outbox().check();
        var stake = stake(account, symbol);
        var most = BigDecimal.valueOf(stake.contract().maxLeverage());
        if (leverage.compareTo(BigDecimal.ONE) < 0 || leverage.compareTo(most) > 0) {
            return Optional.of(new Denied(Denial.LEVERAGE, "from 1 to " + most));
        }
        var was = stake.leverage();
        stake.leverage(leverage, office.now());
        var more = office.margin().required(stake) - stake.bound();
        if (more > 0 && more > office.margin().available(stake.account, stake.money())) {
            stake.leverage(was, office.now());
            return Optional.of(new Denied(Denial.INSUFFICIENT_BALANCE, symbol));
        }
        office.margin().rebind(stake);
        stakes().changed(stake);
        office.outbox().release(office.now());
        return Optional.empty();
    }

    @Override
    public List<Funding> fundings(String account) {
        return List.copyOf(stakes().fundings(account));
    }

    @Override
    public Marking marking(String symbol) {
        return pit(symbol).marking();
    }

    @Override
    public BigDecimal available(String account, String asset) {
        return Scales.amount(office.margin().available(number(account), asset));
    }

    @Override
    public BigDecimal margin(String account, String symbol) {
        return Scales.amount(stake(account, symbol).margin());
    }

    private Stake stake(String account, String symbol) {
        return stakes().of(number(account), pit(symbol).scales(), office.now());
    }

    private Stakes stakes() {
        return office.stakes();
    }

    private int number(String account) {
        return office.accounts().number(account).orElseThrow();
    }

    private Pit pit(String symbol) {
        return Optional.ofNullable(pits.get(symbol)).orElseThrow();
    }
}
