package sluice.app.desk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.journal.Checkpoint;
import sluice.journal.sqlite.JournalFile;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.account.AccountEvent;

class BansTest {

    private static final VenueId BINANCE = new VenueId("binance");
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

    @TempDir
    private Path home;

    private long seq;

    private Path file() {
        return home.resolve("journal.db");
    }

    private void writes(VenueId venue, Duration lasting) {
        try (var journal = SqliteJournal.open(file(), "test")) {
            var banned = new AccountEvent.Banned(venue, NOW.plus(lasting), new Stamp(NOW, 1));
            var codec = new EventCodec(child -> {
                throw new AssertionError("a ban is of no order");
            });
            journal.append(List.of(codec.encode(++seq, new DeskEvent.OfAccount(banned))));
        }
    }

    private void archives() {
        try (var journal = SqliteJournal.open(file(), "test")) {
            journal.save(new Checkpoint(seq, new byte[] {1}));
        }
        assertThat(new JournalFile(file()).archive()).isPresent();
    }

    private Duration left(VenueId venue) {
        return Bans.of(file(), NOW).left().getOrDefault(venue, Duration.ZERO);
    }

    @Test
    void aBanIsRememberedAfterItsEventIsArchivedAndTheArchiveMovedAway() {
        writes(BINANCE, Duration.ofMinutes(2));
        archives();
        assertThat(home.resolve("journal-1-1.archive.db").toFile().delete()).isTrue();
        assertThat(left(BINANCE)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aLaterBanOfTheSameVenueTakesItsPlaceArchivedOrNot() {
        var bybit = new VenueId("bybit");
        writes(BINANCE, Duration.ofMinutes(2));
        writes(bybit, Duration.ofMinutes(3));
        archives();
        writes(BINANCE, Duration.ofMinutes(5));
        assertThat(left(BINANCE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(left(bybit)).isEqualTo(Duration.ofMinutes(3));
        archives();
        assertThat(left(BINANCE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(left(bybit)).isEqualTo(Duration.ofMinutes(3));
    }
}
