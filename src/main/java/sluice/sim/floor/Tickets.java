package sluice.sim.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.sim.SimFill;
import sluice.sim.SimRef;
import sluice.sim.match.Resting;

/** Every order and fill of every account, found by number or by the client's name. */
final class Tickets {

    /** A client id is one order's while that is open; so whoever ended last had it last. */
    private static final Comparator<Ticket> LAST_TO_BE_CALLED_SO = Comparator.comparing(Ticket::isOpen)
            .thenComparing(Ticket::updatedAt)
            .thenComparing(ticket -> ticket.id);

    private final Map<Long, Ticket> byId = new HashMap<>();
    private final List<Ticket> timed = new ArrayList<>();
    private final Map<Integer, Binder> binders = new HashMap<>();

    /** Takes a ticket in; one that is rejected is kept apart, where no query finds it. */
    void add(Ticket ticket, OrderState state) {
        var binder = binder(ticket.account);
        if (state == OrderState.REJECTED) {
            binder.rejected.add(ticket);
            return;
        }
        byId.put(ticket.id, ticket);
        binder.all.add(ticket);
        binder.named(ticket.clientId()).add(ticket);
        if (ticket.isOpen()) {
            binder.open.put(ticket.id, ticket);
        }
        if (ticket.isOpen() && ticket.request().manner().until().isPresent()) {
            timed.add(ticket);
        }
    }

    /** Takes out the open orders whose time is over. */
    List<Ticket> takeExpired(Instant now) {
        if (timed.isEmpty()) {
            return List.of();
        }
        timed.removeIf(ticket -> !ticket.isOpen());
        var expired = timed.stream()
                .filter(ticket ->
                        ticket.request().manner().until().filter(now::isBefore).isEmpty())
                .toList();
        timed.removeAll(expired);
        return expired;
    }

    /** Gives a ticket another client id; its old one means again whatever had it before. */
    void rename(Ticket ticket, String clientId) {
        var binder = binder(ticket.account);
        binder.named(ticket.clientId()).remove(ticket);
        ticket.rename(clientId);
        binder.named(clientId).add(ticket);
    }

    void closed(Ticket ticket) {
        binder(ticket.account).open.remove(ticket.id);
    }

    Ticket get(long id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow();
    }

    Optional<Ticket> find(int account, String symbol, SimRef ref) {
        return lookup(account, ref)
                .filter(ticket -> ticket.account == account)
                .filter(ticket -> ticket.symbol().equals(symbol));
    }

    boolean isOpen(int account, String clientId) {
        return lookup(account, SimRef.of(clientId)).filter(Ticket::isOpen).isPresent();
    }

    List<Ticket> all(int account) {
        return binder(account).all;
    }

    List<Ticket> rejected(int account) {
        return binder(account).rejected;
    }

    List<Ticket> open(int account) {
        return List.copyOf(binder(account).open.values());
    }

    int openCount(int account, String symbol) {
        int count = 0;
        for (var ticket : binder(account).open.values()) {
            count += ticket.symbol().equals(symbol) ? 1 : 0;
        }
        return count;
    }

    boolean anyOpen() {
        return binders.values().stream().anyMatch(binder -> !binder.open.isEmpty());
    }

    void add(int account, SimFill fill) {
        binder(account).fills.add(fill);
    }

    List<SimFill> fills(int account) {
        return List.copyOf(binder(account).fills);
    }

    /** Accounts' orders in one book at a price or better, in the order they would trade. */
    List<Resting> standing(String symbol, Side side, long ticks) {
        return binders.values().stream()
                .flatMap(binder -> binder.open.values().stream())
                .filter(ticket -> ticket.symbol().equals(symbol) && ticket.side() == side)
                .filter(ticket -> (ticket.limit() - ticks) * side.sign() >= 0)
                .sorted(Comparator.comparingLong((Ticket ticket) -> -ticket.limit() * side.sign())
                        .thenComparingLong(ticket -> ticket.id))
                .map(Ticket::resting)
                .toList();
    }

    private Optional<Ticket> lookup(int account, SimRef ref) {
        if (ref instanceof SimRef.ByOrderId number) {
            return Optional.ofNullable(byId.get(number.orderId()));
        }
        if (ref instanceof SimRef.ByClientId name) {
            return binder(account).named.getOrDefault(name.clientId(), List.of()).stream()
                    .max(LAST_TO_BE_CALLED_SO);
        }
        throw new AssertionError(ref);
    }

    private Binder binder(int account) {
        return binders.computeIfAbsent(account, number -> new Binder());
    }

    private static final class Binder {

        private final List<Ticket> all = new ArrayList<>();
        private final List<Ticket> rejected = new ArrayList<>();
        private final Map<Long, Ticket> open = new LinkedHashMap<>();
        private final Map<String, List<Ticket>> named = new HashMap<>();
        private final List<SimFill> fills = new ArrayList<>();

        private List<Ticket> named(String clientId) {
            return named.computeIfAbsent(clientId, name -> new ArrayList<>(1));
        }
    }
}
