package sluice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The package map holds, and each of its rules is seen to catch the tree under {@code broken}, which breaks them all.
 */
class ArchitectureTest {

    private static final JavaClasses SLUICE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("sluice");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

    private record Rule(String name, Function<Architecture, ArchRule> under, List<String> offences) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "dependencies point inward",
                        Architecture::dependenciesPointInward,
                        List.of("Book.loop>", "Stray> is not contained")),
                new Rule(
                        "packages have no cycles",
                        Architecture::packagesHaveNoCycles,
                        List.of("Slice market", "Slice order")),
                new Rule("venues are strangers", Architecture::venuesAreStrangers, List.of("AlphaVenue.wire>")),
                new Rule("judgements are strangers", Architecture::judgementsAreStrangers, List.of("Check.router>")),
                new Rule(
                        "the simulator knows no adapter",
                        Architecture::theSimulatorKnowsNoAdapter,
                        List.of("Exchange.wire>", "Exchange.nonce>")),
                new Rule(
                        "no adapter knows the simulator",
                        Architecture::noAdapterKnowsTheSimulator,
                        List.of("BetaWire.sim>", "Nonce.sim>")),
                new Rule(
                        "pure classes touch nothing",
                        Architecture::pureClassesTouchNothing,
                        List.of("ConcurrentMap", "file.Path", "AtomicLong")),
                new Rule(
                        "only the app reads clocks and dice",
                        Architecture::onlyTheAppReadsClocksAndDice,
                        List.of(
                                "Instant.now()",
                                "System.nanoTime()",
                                "Random.<init>()",
                                "UUID.randomUUID()",
                                "LocalDate.now(java.time.ZoneId)")),
                new Rule(
                        "sealed families are records",
                        Architecture::sealedFamiliesAreRecords,
                        List.of("VenueCommand$Cancel is not a record")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sluiceKeeps(Rule rule) {
        rule.under.apply(new Architecture("sluice")).allowEmptyShould(true).check(SLUICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aTreeThatBreaksItIsCaught(Rule rule) {
        var result = rule.under.apply(new Architecture("broken")).evaluate(BROKEN);
        assertThat(result.getFailureReport().toString()).contains(rule.offences);
    }

    @Test
    void whatPureCodeMayUseIsNotCaught() {
        var result = new Architecture("broken").pureClassesTouchNothing().evaluate(BROKEN);
        assertThat(result.getFailureReport().toString())
                .doesNotContain("IOException", "StandardCharsets", "AlphaVenue", "URLEncoder", "OkTransport");
    }

    @Test
    void aSeededDiceOrAGivenClockIsNotCaught() {
        var result = new Architecture("broken").onlyTheAppReadsClocksAndDice().evaluate(BROKEN);
        assertThat(result.getFailureReport().toString()).doesNotContain("allowed");
    }

    @Test
    void aPackageHasAtMostTwentyFiles() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sizes = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
            assertThat(sizes).allSatisfy((folder, size) -> assertThat(size).isLessThanOrEqualTo(20));
        }
    }
}
