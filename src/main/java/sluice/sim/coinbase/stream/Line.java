package sluice.sim.coinbase.stream;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;

/**
 * One socket: what it is subscribed to, and the number every message on it has.
 *
 * <p>WebSocket overview, "Sequence numbers": one count for a connection, over all channels, products,
 * {@code subscriptions} and {@code heartbeats}, from 0 on. Confined to the simulator's thread.
 */
final class Line {

    final long conn;
    final Instant openedAt;

    private final Outbox outbox;
    private final Map<Channel, Set<String>> subscriptions = new EnumMap<>(Channel.class);
    private Optional<String> account = Optional.empty();
    private Instant sentAt;
    private long next;
    private long heartbeats;

    Line(long conn, Instant openedAt, Outbox outbox) {
        this.conn = conn;
        this.openedAt = openedAt;
        this.sentAt = openedAt;
        this.outbox = outbox;
    }

    Instant sentAt() {
        return sentAt;
    }

    boolean hasSubscribed() {
        return !subscriptions.isEmpty();
    }

    Map<Channel, Set<String>> subscriptions() {
        return subscriptions;
    }

    Optional<String> account() {
        return account;
    }

    void authenticated(String name) {
        account = Optional.of(name);
    }

    void subscribe(Channel channel, List<String> products) {
        subscriptions.computeIfAbsent(channel, key -> new LinkedHashSet<>()).addAll(products);
    }

    void unsubscribe(Channel channel, List<String> products) {
        var left = subscriptions.getOrDefault(channel, new LinkedHashSet<>());
        products.forEach(left::remove);
        if (products.isEmpty() || left.isEmpty()) {
            subscriptions.remove(channel);
        }
    }

    boolean listens(Channel channel) {
        return subscriptions.containsKey(channel);
    }

    boolean listens(Channel channel, String product) {
        return subscriptions.getOrDefault(channel, Set.of()).contains(product);
    }

    /** Whether it hears of a product's orders; a subscription that names no product is to all. */
    boolean hearsOrders(String product) {
        return listens(Channel.USER)
                && (subscriptions.getOrDefault(Channel.USER, Set.of()).isEmpty() || listens(Channel.USER, product));
    }

    long heartbeat() {
        return ++heartbeats;
    }

    /** Sends a message of events, numbered. */
    void send(Channel channel, String product, String events, Instant serverTime, Instant now) {
        var nature = channel == Channel.LEVEL2 ? Nature.BOOK : channel == Channel.USER ? Nature.PRIVATE : Nature.MARKET;
        var names = new HashSet<>(List.of(channel.subscribed(), channel.pushed()));
        names.add(channel == Channel.USER ? "private" : channel.subscribed() + ":" + product);
        push(channel.pushed(), events, serverTime, now, new Occasion(names), nature);
    }

    void subscriptions(String events, Instant serverTime, Instant now) {
        push("subscriptions", events, serverTime, now, Occasion.of("subscriptions"), Nature.CONTROL);
    }

    private void push(String channel, String events, Instant serverTime, Instant now, Occasion names, Nature nature) {
        sentAt = now;
        var text = "{\"channel\":\"" + channel + "\",\"client_id\":\"\",\"timestamp\":\"" + serverTime
                + "\",\"sequence_num\":" + next++ + ",\"events\":" + events + "}";
        outbox.push(Push.Text.now(conn, text), names, nature);
    }

    /** An error has no number. */
    void error(String json) {
        outbox.push(Push.Text.now(conn, json), Occasion.of("error"), Nature.CONTROL);
    }

    void end(int code, String reason) {
        outbox.force(new Push.Close(conn, code, reason));
    }

    void cut() {
        outbox.force(new Push.Cut(conn));
    }
}
