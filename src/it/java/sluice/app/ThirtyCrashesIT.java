package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thirty of the matrix's cells, those at which most can be lost, with all venues at once. */
@Timeout(600)
class ThirtyCrashesIT {

    private static final List<String> VENUES = List.of("binance", "bybit", "coinbase");
    private static final String PLACED = "reply to placement";
    private static final Map<CrashOperation, List<String>> CELLS = Map.of(
            CrashOperation.PLACE,
            List.of("before parent.opened", "after parent.opened", "after order.sent", PLACED, "before order.accepted"),
            CrashOperation.CANCEL,
            List.of("after desk.commanded", "before order.cancelled"),
            CrashOperation.AMEND,
            List.of("after desk.commanded"),
            CrashOperation.TAKE,
            List.of("before order.traded"),
            CrashOperation.RECONCILE,
            List.of("before order.traded"));

    @TempDir
    private Path homes;

    @Test
    void aDeskKilledWhereMostCanBeLostFindsWhatTheVenueHas() {
        assertThat(CrashRun.of(VENUES, homes, ThirtyCrashesIT::cells))
                .allSatisfy(matrix -> assertThat(matrix.broken()).isEmpty())
                .allSatisfy(matrix -> assertThat(matrix.died()).isGreaterThanOrEqualTo(7));
    }

    private static void cells(CrashMatrix matrix) {
        for (var operation : CrashOperation.values()) {
            for (var step : CELLS.getOrDefault(operation, List.of())) {
                matrix.cell(operation, step.replace("placement", matrix.chain().placement()) + "#1");
            }
        }
    }
}
