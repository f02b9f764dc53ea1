package sluice.shell.venues;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sluice.health.FeedTurn;
import sluice.report.Failure;
import sluice.report.venues.FeedTurns;
import sluice.shell.ExitStatus;
import sluice.shell.UnableToRunException;

/** What desks of this profile wrote of their feeds: the file in use, after the full one that was set aside. */
record FeedLogFile(Path file) {

    List<FeedTurn> turns(Predicate<FeedTurn> wanted) {
        var before = file.resolveSibling(file.getFileName() + ".1");
        return Stream.of(before, file)
                .filter(Files::exists)
                .flatMap(FeedLogFile::lines)
                .map(FeedTurns::read)
                .flatMap(Optional::stream)
                .filter(wanted)
                .toList();
    }

    private static Stream<String> lines(Path path) {
        try {
            return Files.readAllLines(path).stream();
        } catch (IOException e) {
            var failure =
                    Failure.of("UNREADABLE_LOG", "The feed log " + path + " could not be read: " + e.getMessage());
            throw new UnableToRunException(ExitStatus.REFUSED, failure);
        }
    }
}
