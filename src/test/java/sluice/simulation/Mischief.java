package sluice.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.journal.SimulatedDisk;
import sluice.market.Qty;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.server.counter.Counter;

/** Decides what goes wrong when: at the venue, on the network, on the disk, and with the process itself. */
final class Mischief {

    private static final Map<String, String> AMENDS = Map.of(
            "binance", "POST /api/v3/order/cancelReplace",
            "bybit", "POST /v5/order/amend",
            "coinbase", "POST /api/v3/brokerage/orders/edit");
    private static final Map<String, String> BOOKS =
            Map.of("binance", "depth@100ms", "bybit", "orderbook", "coinbase", "l2_data");
    private static final SimulatedDisk.Odds FAILING = new SimulatedDisk.Odds(0.3, 0.3);

    private final Dice dice;
    private final Surroundings around;
    private final SimulatedDisk disk;
    private final boolean isQuiet;
    private boolean over;

    Mischief(Dice dice, Surroundings around, SimulatedDisk disk, boolean isQuiet) {
        this.isQuiet = isQuiet;
        this.dice = dice;
        this.around = around;
        this.disk = disk;
    }

    void strike(DeskProcess desk) {
        switch (dice.below(13)) {
            case 0 -> around.weather(dice.pick(List.of(Weather.FAIR, Weather.CALM)));
            case 1 -> spell(Weather.ROUGH);
            case 2 -> spell(Weather.DOWN);
            case 3 -> desk.cutLink();
            case 4 -> failingDisk();
            case 5 -> die(desk);
            case 6 -> {
                around.findings().count("process suspended");
                desk.suspend(dice.millis(100, isQuiet && dice.chance(0.8) ? 1_500 : 9_000));
            }
            case 7 -> {
                around.findings().count("clock step");
                around.setWall(dice.millis(0, 12_000) - Duration.ofSeconds(6).toNanos());
                around.time().after(dice.millis(100, 3_000), () -> {
                    if (!over) {
                        around.setWall(
                                dice.millis(0, 600) - Duration.ofMillis(300).toNanos());
                    }
                });
            }
            case 8 -> outage();
            default -> {
                var venue = dice.pick(List.copyOf(around.world().venues()));
                arm(venue, fault(venue));
            }
        }
    }

    private void spell(Weather bad) {
        around.weather(bad);
        around.time().after(dice.millis(200, isQuiet ? 2_000 : 4_000), () -> {
            if (!over) {
                around.weather(Weather.FAIR);
            }
        });
    }

    /** All of one kind of request fails for a while, and all else goes on. */
    private void outage() {
        var venue = dice.pick(List.copyOf(around.world().venues()));
        around.findings().count("partial outage");
        arm(
                venue,
                Fault.once(FaultKind.HTTP)
                        .on(dice.pick(List.of("place", "cancel", "query")))
                        .with("status", 503)
                        .lasting(seconds(1, 6)));
    }

    private void failingDisk() {
        around.findings().count("disk failing");
        disk.odds(FAILING);
        around.time().after(dice.millis(100, 3_000), () -> disk.odds(SimulatedDisk.Odds.NONE));
    }

    private void die(DeskProcess desk) {
        if (dice.chance(0.5)) {
            around.findings().count("crash in a write");
            desk.doom();
        } else {
            around.findings().count("crash");
            desk.die();
        }
    }

    /** A message that is left out shows with the next one, for which a quiet market takes too long. */
    private void arm(SimulatedVenue venue, Fault fault) {
        if (!venue.canHave(fault.kind()) || isQuiet && fault.kind() == FaultKind.GAP) {
            return;
        }
        around.findings().count(fault.kind().wire());
        around.findings().tell(() -> "fault at " + venue.name() + " " + fault);
        venue.arm(fault);
    }

    private Fault fault(SimulatedVenue venue) {
        var request = dice.pick(List.of("place", "cancel", "query", AMENDS.getOrDefault(venue.name(), "place")));
        return switch (dice.below(20)) {
            case 0 -> Fault.once(FaultKind.REPLY_LOST).on(request).times(1 + dice.below(3));
            case 1 -> Fault.once(FaultKind.REQUEST_LOST).on(request).times(1 + dice.below(3));
            case 2 -> Fault.once(FaultKind.DELAY).on(request).with("ms", 500 + dice.below(7_000));
            case 3 -> Fault.once(FaultKind.HTTP).on(request).with("status", 503).with("processed", "true");
            case 4 -> Fault.once(FaultKind.HTTP).on(request).with("status", 502).times(1 + dice.below(6));
            case 5 -> Fault.once(FaultKind.RATE_LIMIT).times(1 + dice.below(3)).with("retryAfter", 1);
            case 6 -> ban(venue);
            case 7 -> Fault.once(FaultKind.DISCONNECT);
            case 8 -> Fault.once(FaultKind.SILENCE).on("private");
            case 9 -> Fault.once(FaultKind.GAP).times(1 + dice.below(2));
            case 10 -> Fault.once(FaultKind.DUPLICATE).times(1 + dice.below(20));
            case 11 ->
                Fault.once(FaultKind.DELAY)
                        .on("private")
                        .with("ms", 200 + dice.below(8_000))
                        .times(1 + dice.below(3));
            case 12 -> Fault.once(FaultKind.MAINTENANCE).lasting(seconds(1, 4));
            case 13 -> Fault.once(FaultKind.READ_LAG).lasting(seconds(1, 15)).times(1 + dice.below(3));
            case 14 -> Fault.once(FaultKind.DROP_PRIVATE).times(1 + dice.below(3));
            case 15 -> Fault.once(FaultKind.CLOCK_SKEW).lasting(seconds(1, 6)).with("ms", dice.below(16_000) - 8_000);
            case 16 -> Fault.once(FaultKind.REJECT).on("place");
            case 17 -> Fault.once(FaultKind.RESTART);
            case 18 ->
                Fault.once(FaultKind.GAP)
                        .on(BOOKS.getOrDefault(venue.name(), ""))
                        .times(1 + dice.below(3));
            default -> Fault.once(FaultKind.REORDER).on("private").times(1 + dice.below(2));
        };
    }

    /** Bybit, once it turned us away, is left alone for ten minutes, which is long to wait for. */
    private Fault ban(SimulatedVenue venue) {
        var kind = venue.name().equals("bybit") && dice.chance(0.9) ? FaultKind.RATE_LIMIT : FaultKind.BAN;
        return Fault.once(kind).lasting(seconds(1, 5));
    }

    private Duration seconds(int from, int to) {
        return Duration.ofSeconds(from + dice.below(to - from + 1));
    }

    /** Somebody else trades with what rests of ours, or with what stands before it. */
    void outsiderTrades() {
        around.world().venues().forEach(this::outsiderTrades);
    }

    private void outsiderTrades(SimulatedVenue venue) {
        var open = venue.exchange().openOrders(Counter.DESK, Optional.empty());
        if (open.isEmpty()) {
            return;
        }
        var order = dice.pick(open);
        var part = order.leavesQty().value().multiply(BigDecimal.valueOf(20 + dice.below(100), 2));
        var lot = venue.exchange().listing(order.symbol()).orElseThrow().lot();
        var qty = new Qty(part).floor(lot);
        if (qty.isPositive()) {
            around.world().advance();
            venue.exchange()
                    .outsiderTrades(
                            order.symbol(),
                            order.side().opposite(),
                            order.request().px().orElseThrow(),
                            qty);
        }
    }

    void over() {
        over = true;
        around.setWall(0);
        around.weather(Weather.CALM);
        around.world().calm();
        disk.odds(SimulatedDisk.Odds.NONE);
    }
}
