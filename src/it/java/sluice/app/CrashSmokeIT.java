package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thirty of the matrix's cells, those at which most can be lost, with all venues at once. */
@Timeout(600)
@Tag("crash")
class CrashSmokeIT {

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
        var matrices = Stream.of("binance", "bybit", "coinbase")
                .map(venue -> CompletableFuture.supplyAsync(() -> killed(venue), work -> new Thread(work).start()))
                .toList();
        assertThat(matrices)
                .map(CompletableFuture::join)
                .allSatisfy(matrix -> assertThat(matrix.broken()).isEmpty())
                .allSatisfy(matrix -> assertThat(matrix.died()).isGreaterThanOrEqualTo(7));
    }

    private CrashMatrix killed(String venue) {
        var chain = new CrashChain(venue, homes);
        var matrix = new CrashMatrix(chain, System.out::println);
        for (var operation : CrashOperation.values()) {
            CELLS.getOrDefault(operation, List.of())
                    .forEach(step -> matrix.cell(operation, step.replace("placement", chain.placement()) + "#1"));
        }
        matrix.finish();
        return matrix;
    }
}
