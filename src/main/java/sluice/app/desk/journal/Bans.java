package sluice.app.desk.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.journal.UnableToOpenException;
import sluice.journal.sqlite.JournalFile;
import sluice.market.VenueId;
import sluice.order.account.AccountEvent;

/**
 * For how long each venue will not hear of us, as the journal remembers it, for whoever asks one without a desk.
 * Immutable.
 */
public record Bans(Map<VenueId, Duration> left) {

    public Bans {
        left = Map.copyOf(left);
    }

    /** Of a journal that a desk may hold meanwhile; none of one that is not there or cannot be read. */
    public static Bans of(Path journal, Instant now) {
        if (!Files.exists(journal)) {
            return new Bans(Map.of());
        }
        var left = new TreeMap<VenueId, Duration>();
        try {
            var codec = new EventCodec(child -> {
                throw new AssertionError("a ban is of no order");
            });
            for (var entry : new JournalFile(journal).bans()) {
                if (codec.decode(entry) instanceof DeskEvent.OfAccount of
                        && of.event() instanceof AccountEvent.Banned ban) {
                    ban.left(now).ifPresent(rest -> left.put(ban.venue(), rest));
                }
            }
        } catch (UnableToOpenException unreadable) {
            return new Bans(Map.of());
        }
        return new Bans(left);
    }

    /** Why a venue must not be asked now; empty where it may be. */
    public Optional<String> why(VenueId venue) {
        return Optional.ofNullable(left.get(venue))
                .map(rest -> "it will not hear of us for " + Math.max(1, rest.toSeconds())
                        + " s more, and asking it before that makes it longer");
    }
}
