package sluice.net.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.net.limit.Earliest;
import sluice.net.limit.Lane;

/**
 * Requests that wait for room: cancels before queries before all else, and within each lane in the order they came.
 *
 * <p>Of two of a lane that count against the same limits, the later does not overtake the earlier. Confined to its
 * session.
 */
final class Queue {

    private final Map<Lane, Deque<Flight>> lanes = new EnumMap<>(Lane.class);

    /**
     * One request, who waits for its departure and its answer, and how often it was tried.
     *
     * @param isHeld whether it waits because there was no room
     */
    record Flight(Ask ask, Runnable departed, Consumer<Answer> then, int attempt, long notBeforeNanos, boolean isHeld) {

        Flight heldUntil(long nanos) {
            return new Flight(ask, departed, then, attempt, nanos, true);
        }

        Flight again(long nanos) {
            return new Flight(ask, departed, then, attempt + 1, nanos, false);
        }
    }

    Queue() {
        for (var lane : Lane.values()) {
            lanes.put(lane, new ArrayDeque<>());
        }
    }

    private Deque<Flight> lane(Ask ask) {
        return Objects.requireNonNull(lanes.get(ask.lane()));
    }

    /** Unless one with its key waits already. */
    void add(Flight flight) {
        var key = flight.ask().key();
        var lane = lane(flight.ask());
        if (key.isEmpty()
                || lane.stream().noneMatch(waiting -> waiting.ask().key().equals(key))) {
            lane.addLast(flight);
        }
    }

    /** Offers each that is due; {@code taker} takes it, or says until when it has to wait. */
    void pump(long now, Function<Flight, OptionalLong> taker) {
        for (var lane : lanes.values()) {
            if (!lane.isEmpty()) {
                pump(lane, now, taker);
            }
        }
    }

    private void pump(Deque<Flight> lane, long now, Function<Flight, OptionalLong> taker) {
        var heldUntil = new HashMap<String, Long>();
        var waiting = new ArrayList<>(lane);
        lane.clear();
        for (var flight : waiting) {
            offer(flight, now, heldUntil, taker);
        }
    }

    private void offer(Flight flight, long now, Map<String, Long> heldUntil, Function<Flight, OptionalLong> taker) {
        var group = flight.ask().cost().group();
        var isDue = flight.notBeforeNanos() <= now;
        var until = heldUntil.containsKey(group)
                ? OptionalLong.of(Math.max(flight.notBeforeNanos(), heldUntil.getOrDefault(group, now)))
                : isDue ? taker.apply(flight) : OptionalLong.of(flight.notBeforeNanos());
        if (until.isPresent()) {
            var kept = isDue ? flight.heldUntil(until.getAsLong()) : flight;
            lane(flight.ask()).addLast(kept);
            if (kept.isHeld()) {
                heldUntil.putIfAbsent(group, kept.notBeforeNanos());
            }
        }
    }

    int size() {
        var size = 0;
        for (var lane : lanes.values()) {
            size += lane.size();
        }
        return size;
    }

    OptionalLong nextNanos() {
        var next = new Earliest();
        for (var lane : lanes.values()) {
            for (var flight : lane) {
                next.and(flight.notBeforeNanos());
            }
        }
        return next.nanos();
    }
}
