package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every step of every operation at every venue. */
@Tag("crash")
@Timeout(value = 3, unit = TimeUnit.HOURS)
class CrashMatrixIT {

    @TempDir
    private Path homes;

    private static List<String> wanted(String property, List<String> all) {
        return all.stream()
                .filter(name -> name.matches(System.getProperty(property, ".*")))
                .toList();
    }

    @Test
    void aDeskKilledAtAnyStepFindsWhatTheVenueHas() {
        var venues = wanted("sluice.crash.venues", List.of("binance", "bybit", "coinbase"));
        assertThat(CrashRun.of(venues, homes, CrashMatrixIT::cells))
                .allSatisfy(matrix -> assertThat(matrix.broken()).isEmpty())
                .allSatisfy(matrix -> assertThat(matrix.missed()).isLessThanOrEqualTo(matrix.cells() / 20));
    }

    private static void cells(CrashMatrix matrix) {
        for (var operation : CrashOperation.values()) {
            if (!wanted("sluice.crash.operations", List.of(operation.name())).isEmpty()) {
                wanted("sluice.crash.steps", matrix.steps(operation)).forEach(step -> matrix.cell(operation, step));
            }
        }
        System.out.printf(
                "%s: %d cells, %d deaths, %d steps that did not come again, %d broken, %d desks%n",
                matrix.chain().venue(),
                matrix.cells(),
                matrix.died(),
                matrix.missed(),
                matrix.broken().size(),
                matrix.chain().lives());
    }
}
