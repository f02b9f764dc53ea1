package sluice.sim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.sim.Ledger;

/**
 * A ledger in one SQLite file of a home directory, held by one process at a time.
 *
 * <p>Every change is one synced transaction, so a process killed at any point leaves whole operations only. Checkpoints
 * are not synced. Confined to the simulator's thread.
 */
public final class SqliteLedger implements Ledger {

    private static final String FILE = "sim-exchange.db";
    private static final String WORLD = insert("world", 2);
    private static final String COUNTERS = insert("counters", 4);
    private static final String BALANCES = insert("balances", 5);
    private static final String ORDERS = insert("orders", 21);
    private static final String FILLS = insert("fills", 16);
    private static final String POSITIONS = insert("positions", 8);
    private static final String FUNDINGS = insert("fundings", 10);

    private static final String SEED = "seed";
    private static final String CLOCK = "clock";
    private static final String STREAM = "stream.";

    private final StoreLock lock;
    private final Database database;

    private SqliteLedger(StoreLock lock, Database database) {
        this.lock = lock;
        this.database = database;
    }

    /** Opens the exchange of the home, or makes room for one. */
    public static SqliteLedger open(Path home) {
        var lock = lock(home);
        try {
            return new SqliteLedger(lock, Database.open(home.resolve(FILE)));
        } catch (UnableToKeepException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Forgets the exchange of the home; whether there was one. */
    public static boolean reset(Path home) {
        try (var held = lock(home)) {
            var file = home.resolve(FILE);
            var was = Files.deleteIfExists(file);
            for (var suffix : List.of("-wal", "-shm")) {
                Files.deleteIfExists(home.resolve(FILE + suffix));
            }
            return was;
        } catch (IOException failed) {
            throw new UnableToKeepException("Cannot delete the simulated exchange in " + home + ".", failed);
        }
    }

    @Override
    public Optional<WorldState> world() {
        var values = new TreeMap<String, String>();
        database.read("SELECT name, value FROM world", row -> values.put(row.getString(1), row.getString(2)));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var generator = new TreeMap<String, String>();
        values.tailMap(STREAM).forEach((name, value) -> generator.put(name.substring(STREAM.length()), value));
        return Optional.of(
                new WorldState(Long.parseLong(values.get(SEED)), Instant.parse(values.get(CLOCK)), generator));
    }

    @Override
    public VenueState venue(String venue) {
        var booked = new Booked(
                database.read("SELECT * FROM orders WHERE venue = ? ORDER BY order_id", Rows::order, venue),
                database.read("SELECT * FROM fills WHERE venue = ? ORDER BY exec_id", Rows::fill, venue),
                database.read("SELECT * FROM balances WHERE venue = ?", Rows::balance, venue),
                database.read("SELECT * FROM positions WHERE venue = ?", PositionRows::position, venue),
                database.read("SELECT * FROM fundings WHERE venue = ? ORDER BY exec_id", PositionRows::funding, venue));
        return new VenueState(counters(venue), booked);
    }

    @Override
    public void begin(WorldState world) {
        database.durably(() -> write(world));
    }

    @Override
    public void keep(String venue, Change change) {
        var booked = change.booked();
        database.durably(() -> {
            booked.orders().forEach(order -> database.run(ORDERS, Rows.row(venue, order)));
            booked.fills().forEach(fill -> database.run(FILLS, Rows.row(venue, fill)));
            booked.balances().forEach(balance -> database.run(BALANCES, Rows.row(venue, balance)));
            booked.positions().forEach(position -> database.run(POSITIONS, PositionRows.row(venue, position)));
            booked.fundings().forEach(funding -> database.run(FUNDINGS, PositionRows.row(venue, funding)));
        });
    }

    @Override
    public void checkpoint(WorldState world, Map<String, Counters> counters) {
        database.lightly(() -> {
            write(world);
            counters.forEach(this::write);
        });
    }

    @Override
    public void close() {
        database.close();
        lock.close();
    }

    /** The numbers as last noted; of orders, the highest kept since. */
    private Counters counters(String venue) {
        var noted = database.read(
                "SELECT order_id, trade_id, exec_id FROM counters WHERE venue = ?",
                row -> new Counters(row.getLong(1), row.getLong(2), row.getLong(3)),
                venue);
        var counters = noted.isEmpty() ? VenueState.NEW.counters() : noted.get(0);
        long last = database.read("SELECT max(order_id) FROM orders WHERE venue = ?", row -> row.getLong(1), venue)
                .get(0);
        return new Counters(Math.max(last, counters.orderId()), counters.tradeId(), counters.execId());
    }

    private static StoreLock lock(Path home) {
        return StoreLock.take(home.resolve("sim-exchange.lock"))
                .orElseThrow(() -> new UnableToKeepException("The simulated exchange in " + home
                        + " is in use by another process; stop that one, or choose another --home."));
    }

    private void write(WorldState world) {
        write(SEED, Long.toString(world.seed()));
        write(CLOCK, world.clock().toString());
        world.generator().forEach((name, value) -> write(STREAM + name, value));
    }

    private void write(String name, String value) {
        database.run(WORLD, name, value);
    }

    private void write(String venue, Counters counters) {
        database.run(COUNTERS, venue, counters.orderId(), counters.tradeId(), counters.execId());
    }

    private static String insert(String table, int columns) {
        return "INSERT OR REPLACE INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)";
    }
}
