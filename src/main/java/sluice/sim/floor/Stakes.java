package sluice.sim.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sluice.sim.match.Scales;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;

/** Every account's positions in perpetuals and what funding they saw, and which changed since somebody asked. */
final class Stakes {

    private final Accounts accounts;
    private final Map<Integer, Map<String, Stake>> stakes = new TreeMap<>();
    private final Map<String, List<Funding>> fundings = new HashMap<>();
    private final Set<Stake> changed = new LinkedHashSet<>();
    private final List<Funding> paid = new ArrayList<>();

    Stakes(Accounts accounts) {
        this.accounts = accounts;
    }

    Stake of(Ticket ticket) {
        return of(ticket.account, ticket.scales, ticket.updatedAt());
    }

    /** The account's position, flat if it never had one. */
    Stake of(int account, Scales scales, Instant now) {
        var mine = stakes.computeIfAbsent(account, number -> new TreeMap<>());
        return mine.computeIfAbsent(scales.listing().symbol(), symbol -> {
            accounts.mayOwe(account, scales.listing().quote());
            return new Stake(account, accounts.name(account), scales, now);
        });
    }

    void restore(Position kept, int account, Scales scales) {
        accounts.mayOwe(account, scales.listing().quote());
        stakes.computeIfAbsent(account, number -> new TreeMap<>()).put(kept.symbol(), Stake.of(kept, account, scales));
    }

    void restore(Funding kept) {
        fundings(kept.position().account()).add(kept);
    }

    List<Stake> all(int account) {
        return List.copyOf(stakes.getOrDefault(account, Map.of()).values());
    }

    /** Of all accounts, in one listing. */
    List<Stake> in(Scales scales) {
        return stakes.values().stream()
                .flatMap(mine -> mine.values().stream())
                .filter(stake -> stake.scales == scales)
                .toList();
    }

    void changed(Stake stake) {
        changed.add(stake);
    }

    void paid(Funding funding) {
        fundings(funding.position().account()).add(funding);
        paid.add(funding);
    }

    List<Funding> fundings(String account) {
        return fundings.computeIfAbsent(account, name -> new ArrayList<>());
    }

    /** The positions that changed since this was last asked. */
    List<Position> drain() {
        var positions = changed.stream().map(Stake::snapshot).toList();
        changed.clear();
        return positions;
    }

    List<Funding> drainFundings() {
        var drained = List.copyOf(paid);
        paid.clear();
        return drained;
    }
}
