package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"binance", "bybit", "coinbase"})
    void aDeskKilledAtAnyStepFindsWhatTheVenueHas(String venue) {
        if (wanted("sluice.crash.venues", List.of(venue)).isEmpty()) {
            return;
        }
        var matrix = new CrashMatrix(new CrashChain(venue, homes), System.out::println);
        for (var operation : CrashOperation.values()) {
            if (!wanted("sluice.crash.operations", List.of(operation.name())).isEmpty()) {
                wanted("sluice.crash.steps", matrix.steps(operation)).forEach(step -> matrix.cell(operation, step));
            }
        }
        matrix.finish();
        System.out.printf(
                "%s: %d deaths, %d steps that came only once, %d broken, %d desks%n",
                venue,
                matrix.died(),
                matrix.missed(),
                matrix.broken().size(),
                matrix.chain().lives());
        assertThat(matrix.broken()).isEmpty();
        assertThat(matrix.missed()).isLessThanOrEqualTo(matrix.died() / 4);
    }
}
