package sluice.sim.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import sluice.sim.ExchangeListener;
import sluice.sim.Holding;
import sluice.sim.Ledger;
import sluice.sim.Ledger.Balance;
import sluice.sim.Ledger.Booked;
import sluice.sim.SimFill;
import sluice.sim.perp.Funding;

/**
 * What one operation did, held back until the ledger has it: first kept, then told.
 *
 * <p>When the ledger fails the books say more than the file, so the exchange stops: it neither tells nor takes any
 * more.
 */
final class Outbox {

    private final String venue;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Stakes stakes;
    private final Numbers numbers;
    private final List<ExchangeListener> listeners = new ArrayList<>();
    private final List<Consumer<ExchangeListener>> news = new ArrayList<>();
    private final Set<Ticket> tickets = new LinkedHashSet<>();
    private final List<SimFill> fills = new ArrayList<>();
    private boolean keeping;

    Outbox(String venue, Ledger ledger, Accounts accounts, Stakes stakes, Numbers numbers) {
        this.venue = venue;
        this.ledger = ledger;
        this.accounts = accounts;
        this.stakes = stakes;
        this.numbers = numbers;
    }

    void listen(ExchangeListener listener) {
        listeners.add(listener);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    void tell(Consumer<ExchangeListener> item) {
        if (isHeard()) {
            news.add(item);
        }
    }

    void changed(Ticket ticket) {
        tickets.add(ticket);
    }

    void filled(SimFill fill) {
        fills.add(fill);
    }

    void check() {
        if (keeping) {
            throw new IllegalStateException("The simulated exchange " + venue
                    + " stopped, because its file could not be written; restart the simulator.");
        }
    }

    void funded(Funding funding) {
        stakes.paid(funding);
        tell(to -> to.funded(funding));
    }

    /** Makes what happened durable, then tells it. */
    void release(Instant at) {
        var booked = new Booked(
                tickets.stream().map(Ticket::snapshot).toList(),
                List.copyOf(fills),
                accounts.drain(),
                stakes.drain(),
                stakes.drainFundings());
        if (!booked.equals(Booked.NOTHING)) {
            keep(at, booked);
            holdings(booked.balances()).forEach((account, changed) -> tell(to -> to.holdingsChanged(account, changed)));
            booked.positions().forEach(position -> tell(to -> to.positionChanged(position)));
        }
        var told = List.copyOf(news);
        news.clear();
        for (var item : told) {
            listeners.forEach(item);
        }
    }

    private void keep(Instant at, Booked booked) {
        keeping = true;
        ledger.keep(venue, new Ledger.Change(at, numbers.counters(), booked));
        keeping = false;
        tickets.clear();
        fills.clear();
    }

    private Map<String, Map<String, Holding>> holdings(List<Balance> balances) {
        var holdings = new LinkedHashMap<String, Map<String, Holding>>();
        for (var balance : balances) {
            if (accounts.number(balance.account()).isPresent()) {
                holdings.computeIfAbsent(balance.account(), name -> new LinkedHashMap<>())
                        .put(balance.asset(), balance.holding());
            }
        }
        return holdings;
    }
}
