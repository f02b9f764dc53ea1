package sluice.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Matrices of several venues at once, whose desks live in one process at a time. */
final class CrashRun {

    private CrashRun() {}

    /** What became of each, once all have gone through their cells. */
    static List<CrashMatrix> of(List<String> venues, Path homes, Consumer<CrashMatrix> cells) {
        try (var simulator = Simulator.start(homes, String.join(",", venues))) {
            var herd = new CrashHerd(homes.resolve("desks.log"), venues);
            var matrices = venues.stream()
                    .map(venue -> new CrashMatrix(new CrashChain(herd, venue, homes, simulator), System.out::println))
                    .map(matrix ->
                            CompletableFuture.supplyAsync(() -> done(matrix, cells), work -> new Thread(work).start()))
                    .toList();
            return matrices.stream().map(CompletableFuture::join).toList();
        }
    }

    private static CrashMatrix done(CrashMatrix matrix, Consumer<CrashMatrix> cells) {
        try (var chain = matrix.chain()) {
            cells.accept(matrix);
            matrix.finish();
        }
        return matrix;
    }
}
