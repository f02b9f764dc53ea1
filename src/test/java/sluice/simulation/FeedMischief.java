package sluice.simulation;

import java.time.Duration;
import java.util.List;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Decides what goes wrong with market data: in the streams, with snapshots, on the network, with the process. */
final class FeedMischief {

    private final Dice dice;
    private final Surroundings around;
    private final SimulatedNetwork network;
    private final FeedVenue venue;

    FeedMischief(Dice dice, Surroundings around, SimulatedNetwork network, FeedVenue venue) {
        this.dice = dice;
        this.around = around;
        this.network = network;
        this.venue = venue;
    }

    void strike() {
        switch (dice.below(12)) {
            case 0 -> around.weather(dice.pick(List.of(Weather.FAIR, Weather.ROUGH, Weather.CALM)));
            case 1 -> storm();
            case 2, 3 -> network.cut();
            default -> arm(fault());
        }
    }

    private void storm() {
        around.findings().count("storm");
        around.weather(Weather.DOWN);
        around.time().after(dice.millis(200, 4_000), () -> around.weather(Weather.FAIR));
    }

    private void arm(Fault fault) {
        var hit = around.world().venue(venue.venue());
        if (hit.canHave(fault.kind())) {
            around.findings().count(fault.kind().wire());
            around.findings().tell(() -> "fault " + fault);
            hit.arm(fault);
        }
    }

    private Fault fault() {
        var book = dice.pick(venue.books());
        return switch (dice.below(19)) {
            case 0, 1 -> Fault.once(FaultKind.GAP).on(book).times(1 + dice.below(3));
            case 2, 3 -> Fault.once(FaultKind.REORDER).on(book).times(1 + dice.below(3));
            case 4, 5 -> Fault.once(FaultKind.DUPLICATE).on(book).times(1 + dice.below(10));
            case 6 ->
                Fault.once(FaultKind.DELAY)
                        .on(book)
                        .with("ms", 100 + dice.below(6_000))
                        .times(1 + dice.below(3));
            case 7, 8 -> Fault.once(FaultKind.DISCONNECT).on(book);
            case 9 -> Fault.once(FaultKind.SILENCE).on(book);
            case 10 -> Fault.once(FaultKind.SILENCE);
            case 11 -> Fault.once(FaultKind.CORRUPT_CHECKSUM).on(book).times(1 + dice.below(3));
            case 12 -> Fault.once(FaultKind.MAINTENANCE).lasting(seconds(1, 4));
            case 13 -> Fault.once(FaultKind.BAN).lasting(seconds(1, 5));
            case 14 -> Fault.once(FaultKind.CLOCK_SKEW).lasting(seconds(1, 6)).with("ms", dice.below(16_000) - 8_000);
            case 15 -> Fault.once(FaultKind.RESTART);
            case 16 -> Fault.once(FaultKind.RESTART).with("soft", true);
            case 17 -> Fault.once(FaultKind.REQUEST_LOST).on("subscribe");
            default -> snapshot();
        };
    }

    private Fault snapshot() {
        if (venue.snapshots().isEmpty()) {
            return Fault.once(FaultKind.GAP).times(1 + dice.below(3));
        }
        var request = dice.pick(venue.snapshots());
        return switch (dice.below(4)) {
            case 0 -> Fault.once(FaultKind.REPLY_LOST).on(request).times(1 + dice.below(2));
            case 1 -> Fault.once(FaultKind.HTTP).on(request).with("status", 502).times(1 + dice.below(4));
            case 2 -> Fault.once(FaultKind.DELAY).on(request).with("ms", 500 + dice.below(5_000));
            default -> Fault.once(FaultKind.RATE_LIMIT).with("retryAfter", 1);
        };
    }

    private Duration seconds(int from, int to) {
        return Duration.ofSeconds(from + dice.below(to - from + 1));
    }

    long pause() {
        return dice.around(Duration.ofSeconds(2));
    }

    /** Nothing goes wrong any more. */
    void over() {
        around.weather(Weather.CALM);
        around.world().heal();
    }
}
