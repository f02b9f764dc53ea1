package sluice.sim.floor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.sim.Holding;
import sluice.sim.Ledger.Balance;
import sluice.sim.match.Scales;

/**
 * Who has what, in units. Nothing is made or lost: what one has more another has less, the crowd and the fee chest
 * included. An account owes nothing but what it lost on margin.
 */
final class Accounts {

    static final int CROWD = 0;
    static final int FEES = 1;

    private static final List<String> OURS = List.of("(crowd)", "(fees)");

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Map<String, Purse>> purses = new ArrayList<>();
    private final Set<Purse> changed = new LinkedHashSet<>();

    Accounts() {
        OURS.forEach(this::open);
    }

    Optional<Integer> number(String account) {
        return Optional.ofNullable(numbers.get(account)).filter(number -> number >= OURS.size());
    }

    String name(int account) {
        return names.get(account);
    }

    /** Everybody but the crowd and the fee chest. */
    List<String> names() {
        return List.copyOf(names.subList(OURS.size(), names.size()));
    }

    int open(String account) {
        names.add(account);
        purses.add(new TreeMap<>());
        numbers.put(account, names.size() - 1);
        return names.size() - 1;
    }

    void restore(Balance balance) {
        var number = numbers.containsKey(balance.account()) ? numbers.get(balance.account()) : open(balance.account());
        var purse = purse(number, balance.asset());
        purse.free = Scales.units(balance.holding().free());
        purse.locked = Scales.units(balance.holding().locked());
    }

    void grant(int account, String asset, BigDecimal amount) {
        move(CROWD, account, asset, Scales.units(amount));
    }

    /** Moves free units from one to another. */
    void move(int from, int to, String asset, long units) {
        change(from, asset, -units, 0);
        change(to, asset, units, 0);
    }

    /** Lets losses, and what is bound against them, take an account below nothing. */
    void mayOwe(int account, String asset) {
        purse(account, asset).mayOwe = true;
    }

    /** Makes so many free units locked ones, or, if negative, locked ones free. */
    void lock(int account, String asset, long units) {
        change(account, asset, -units, units);
    }

    long free(int account, String asset) {
        return purse(account, asset).free;
    }

    Map<String, Holding> holdings(int account) {
        var holdings = new TreeMap<String, Holding>();
        purses.get(account).forEach((asset, purse) -> holdings.put(asset, purse.holding()));
        return holdings;
    }

    /** The balances that changed since this was last asked. */
    List<Balance> drain() {
        var balances = changed.stream()
                .map(purse -> new Balance(names.get(purse.account), purse.asset, purse.holding()))
                .toList();
        changed.clear();
        return balances;
    }

    private void change(int account, String asset, long free, long locked) {
        if (free == 0 && locked == 0) {
            return;
        }
        var purse = purse(account, asset);
        purse.free = Math.addExact(purse.free, free);
        purse.locked = Math.addExact(purse.locked, locked);
        if (account >= OURS.size() && (purse.free < 0 && !purse.mayOwe || purse.locked < 0)) {
            throw new AssertionError(names.get(account) + " owes " + asset);
        }
        changed.add(purse);
    }

    private Purse purse(int account, String asset) {
        return purses.get(account).computeIfAbsent(asset, name -> new Purse(account, name));
    }

    private static final class Purse {

        private final int account;
        private final String asset;
        private long free;
        private long locked;
        private boolean mayOwe;

        private Purse(int account, String asset) {
            this.account = account;
            this.asset = asset;
        }

        private Holding holding() {
            return new Holding(Scales.amount(free), Scales.amount(locked));
        }
    }
}
