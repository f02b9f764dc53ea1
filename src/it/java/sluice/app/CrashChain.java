package sluice.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One journal and one account through the lives of many desks: each is killed, and the next is held against what the
 * venue says before it goes on to its own death.
 */
final class CrashChain implements AutoCloseable {

    /** Longer than a circuit breaker stays open, twice: on a machine that stands still the venue seems to. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Between two looks: what takes longest is what a venue is given half a minute to tell. */
    private static final int SHORTEST_MILLIS = 50;

    private static final int LONGEST_MILLIS = 2_000;
    private static final int MOST_TRIES = 50;
    /** Near enough to the market that a trade there casts no doubt on its prices. */
    private static final BigDecimal LOWEST_PX = new BigDecimal("59500");

    private static final BigDecimal TICK = new BigDecimal("0.1");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal A_TENTH_MORE = new BigDecimal("1.1");

    private final CrashHerd herd;
    private final String venue;
    private final Path homes;
    private Path home;
    private Simulator simulator;
    private Optional<Simulator> own = Optional.empty();
    private int chains;
    private int lives;
    private int orders;

    /**
     * @param herd whose member it is, by the venue's name
     * @param homes where its files are, with nothing of another chain
     * @param simulator with that venue among others
     */
    CrashChain(CrashHerd herd, String venue, Path homes, Simulator simulator) {
        this.herd = herd;
        this.venue = venue;
        this.homes = homes;
        this.home = next();
        this.simulator = simulator;
        stands();
    }

    /** Prices stand still unless they are moved, so that one run's steps are the next one's. */
    private void stands() {
        simulator.post("/market", "{\"frozen\":true}");
    }

    private Path next() {
        try {
            return Files.createDirectories(homes.resolve(venue + "-" + ++chains));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another journal and another exchange: nothing that went wrong before is seen again. */
    void anew() {
        own.ifPresent(Simulator::close);
        home = next();
        simulator = Simulator.start(home, venue);
        own = Optional.of(simulator);
        stands();
    }

    @Override
    public void close() {
        herd.leave(venue);
        own.ifPresent(Simulator::close);
    }

    String venue() {
        return venue;
    }

    String symbol() {
        return venue.equals("coinbase") ? "BTC-USD" : "BTC-USDT";
    }

    /** A price nobody trades at, and above all that were asked for before, so that the next who sells meets it. */
    String nextPx() {
        orders += 2;
        return px(0);
    }

    /** The request that places an order there, as a step. */
    String placement() {
        return switch (venue) {
            case "binance" -> "POST /api/v3/order";
            case "bybit" -> "POST /v5/order/create";
            default -> "POST /api/v3/brokerage/orders";
        };
    }

    /** The last of these prices, and so many ticks above or below it. */
    String px(int above) {
        return LOWEST_PX.add(TICK.multiply(BigDecimal.valueOf(orders + above))).toPlainString();
    }

    private String listed() {
        return simulator
                .get("/venues/" + venue + "/prices")
                .get(0)
                .path("listing")
                .asText();
    }

    /** Somebody else sells to the order at that price. */
    void sells(String px, String qty) {
        simulator.post(
                "/venues/" + venue + "/trade",
                "{\"symbol\":\"%s\",\"side\":\"SELL\",\"px\":\"%s\",\"qty\":\"%s\"}".formatted(listed(), px, qty));
    }

    /** All quotes are made anew around that price. */
    void quotes(String mid) {
        simulator.post("/venues/" + venue + "/market", "{\"symbol\":\"%s\",\"mid\":\"%s\"}".formatted(listed(), mid));
    }

    /** How to buy a little more than the best offer, at no other. */
    String buyTheBest() {
        var book = simulator.get("/venues/" + venue + "/book?symbol=" + listed());
        var best = number(book, "/asks/0/0");
        var mid = best.add(number(book, "/bids/0/0")).divide(TWO);
        var limit = best.add(number(book, "/asks/1/0")).divide(TWO);
        var collar = limit.subtract(mid).movePointRight(4).divide(mid, 4, RoundingMode.HALF_UP);
        var qty = number(book, "/asks/0/1").multiply(A_TENTH_MORE).setScale(3, RoundingMode.DOWN);
        return "buy " + qty.toPlainString() + " " + symbol() + " --on " + venue + " --collar " + collar.toPlainString();
    }

    private static BigDecimal number(JsonNode book, String path) {
        return new BigDecimal(book.at(path).asText());
    }

    /** A desk that dies at that step; empty for one that has to be killed. */
    Life live(String step, boolean fromStart) {
        lives++;
        var file = simulator.file(venue, home).toString();
        var words = List.of("--home", home.toString(), "--sim", file, "--json", "exec", "--keep-going", "-");
        return new Life(herd.begin(new CrashingDesk(venue, step, fromStart, words)));
    }

    int lives() {
        return lives;
    }

    /** One desk, from its start to its end. */
    final class Life implements AutoCloseable {

        private final CrashHerd.Member desk;
        private boolean ended;

        Life(CrashHerd.Member desk) {
            this.desk = desk;
        }

        /** What a command came to; empty when the desk died before it was done. */
        Optional<JsonNode> ask(String command) {
            return desk.ask(command);
        }

        /** The same of several, as far as it comes; whether all were done. */
        boolean asks(List<String> commands) {
            return commands.stream().allMatch(command -> ask(command).isPresent());
        }

        /** Waits until an order can be judged; false when the desk died before. */
        boolean seesTheMarket() {
            var book = ask("book " + symbol() + " --venue " + venue);
            while (book.isPresent() && !book.get().path("ok").asBoolean()) {
                book = ask("sleep 100ms").flatMap(slept -> ask("book " + symbol() + " --venue " + venue));
            }
            return book.isPresent();
        }

        /**
         * Asks until the order is taken, as on a busy machine the clock or the book may be too old; false once it died.
         */
        boolean places(String order) {
            return isTaken(order) && ask("wait last open").isPresent();
        }

        private boolean isTaken(String command) {
            var answer = ask(command);
            for (var more = MOST_TRIES;
                    more > 0 && answer.filter(Life::isRefused).isPresent();
                    more--) {
                answer = ask("sleep 200ms").flatMap(slept -> ask(command));
            }
            if (answer.filter(Life::isRefused).isPresent()) {
                throw new AssertionError("never taken: " + answer.get());
            }
            return answer.isPresent();
        }

        /** The same of an amend of the last order. */
        boolean amends(String px) {
            return isTaken("amend last --at " + px) && ask("wait last open").isPresent();
        }

        private static boolean isRefused(JsonNode answer) {
            return answer.at("/error/code").asText().startsWith("RISK_");
        }

        private JsonNode must(String command) {
            return ask(command).orElseThrow(() -> new AssertionError("the desk ended at " + command + ": " + said()));
        }

        /**
         * Where it and the venue differ in the end, in words; empty when they agree and nothing is left to reconcile.
         */
        String differs() {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            var difference = "not asked";
            var pause = SHORTEST_MILLIS;
            while (!difference.isEmpty() && System.nanoTime() < deadline) {
                difference = Truth.difference(
                        venue,
                        must("orders --all").at("/result/orders"),
                        must("fills").at("/result/fills"),
                        simulator);
                must(difference.isEmpty() ? "echo agreed" : "sleep " + pause + "ms");
                pause = Math.min(2 * pause, LONGEST_MILLIS);
            }
            var second = must("reconcile");
            var plans = second.at("/result/plan").isEmpty()
                    && second.at("/result/open").isEmpty();
            return plans && second.path("ok").asBoolean() ? difference : difference + "; reconcile says " + second;
        }

        List<String> steps() {
            return desk.steps();
        }

        String said() {
            return desk.said();
        }

        /** Returns when the process is gone, which it is once every other desk of it is to be killed, too. */
        @Override
        public void close() {
            if (!ended) {
                ended = true;
                herd.end(venue);
            }
        }
    }
}
