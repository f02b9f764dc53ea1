package sluice;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the package map, for any root package, so that each can also be shown a tree that breaks it. */
record Architecture(String root) {

    ArchRule dependenciesPointInward() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .withOptionalLayers(true)
                .layer("vocabulary")
                .definedBy(packages("market..", "order.."))
                .layer("port")
                .definedBy(packages("venue", "journal"))
                .layer("judgement")
                .definedBy(packages("risk..", "routing..", "algo..", "quality..", "health..", "recovery.."))
                .layer("net")
                .definedBy(packages("net.."))
                .layer("adapters")
                .definedBy(packages("venue.*..", "journal.*..", "sim.."))
                .layer("engine")
                .definedBy(packages("engine.."))
                .layer("face")
                .definedBy(packages("shell..", "dash..", "report..", "attach.."))
                .layer("app")
                .definedBy(root, root + ".app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("face")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("face", "app")
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("net")
                .mayOnlyBeAccessedByLayers("adapters", "app")
                .whereLayer("judgement")
                .mayOnlyBeAccessedByLayers("engine", "face", "app")
                .whereLayer("port")
                .mayOnlyBeAccessedByLayers("judgement", "net", "adapters", "engine", "face", "app");
    }

    /** An adapter is left out: it hangs off its port, and the layers see to it that nobody leans on it. */
    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAnyPackage(packages("venue.*..", "journal.*..")), alwaysTrue());
    }

    ArchRule venuesAreStrangers() {
        return slices().matching(root + ".venue.(*)..").should().notDependOnEachOther();
    }

    ArchRule judgementsAreStrangers() {
        return slices().matching(root + ".(risk|routing|algo|quality|health|recovery)..")
                .should()
                .notDependOnEachOther();
    }

    /** Simulator and adapter are each written from the venue's page, so that a misreading cannot cancel out. */
    ArchRule theSimulatorKnowsNoAdapter() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".sim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("venue.*..", "net.."));
    }

    ArchRule noAdapterKnowsTheSimulator() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages("venue.*..", "net.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".sim..");
    }

    ArchRule pureClassesTouchNothing() {
        return noClasses().that(arePure()).should().dependOnClassesThat(reachOutside());
    }

    ArchRule onlyTheAppReadsClocksAndDice() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".app..")
                .should()
                .accessTargetWhere(readsAClockOrDice());
    }

    ArchRule sealedFamiliesAreRecords() {
        return classes()
                .that(describe(
                        "are sealed",
                        type -> type.isInterface() && type.reflect().isSealed()))
                .should(permitOnlyRecords());
    }

    /** In an adapter, and beside one in net, all but the class that holds the socket. */
    private DescribedPredicate<JavaClass> arePure() {
        var judgements = resideInAnyPackage(packages(
                "market..", "order..", "risk..", "routing..", "algo..", "quality..", "health..", "recovery.."));
        var adapters = resideInAPackage(root + ".venue.*..")
                .and(not(resideInAPackage("..transport..")))
                .and(not(belongToATopLevelClassEndingWith("Venue")));
        var machines = resideInAPackage(root + ".net..")
                .and(not(belongToATopLevelClassEndingWith(
                        "Transport", "Socket", "Driver", "File", "Reads", "Departure")));
        return judgements.or(adapters).or(machines).as("are pure");
    }

    private static DescribedPredicate<JavaClass> belongToATopLevelClassEndingWith(String... endings) {
        return describe("belong to a class ending with " + List.of(endings), type -> {
            var name = type.getName().replaceFirst("\\$.*", "");
            return Stream.of(endings).anyMatch(name::endsWith);
        });
    }

    /** Jackson declares IOException on memory too, and a URI is only a string with manners. */
    private static DescribedPredicate<JavaClass> reachOutside() {
        var names =
                Set.of("java.io.IOException", "java.io.UncheckedIOException", "java.net.URI", "java.net.URLEncoder");
        return resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "okhttp3..",
                        "picocli..",
                        "org.jline..")
                .and(not(resideInAPackage("java.nio.charset..")))
                .and(not(describe("only name things", type -> names.contains(type.getName()))))
                .as("reach outside");
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClockOrDice() {
        return describe("reads a clock or throws dice", access -> {
            var target = access.getTarget();
            var name = target.getName();
            var bare = !(target instanceof CodeUnitAccessTarget unit)
                    || unit.getRawParameterTypes().stream().allMatch(type -> type.isEquivalentTo(ZoneId.class));
            return switch (target.getOwner().getName()) {
                case "java.lang.System" ->
                    Set.of("nanoTime", "currentTimeMillis").contains(name);
                case "java.lang.Math" -> name.equals("random");
                case "java.time.Clock", "java.time.InstantSource" ->
                    name.startsWith("system") || name.startsWith("tick");
                case "java.util.UUID" -> name.equals("randomUUID");
                case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>") && bare;
                case "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom" -> true;
                default -> target.getOwner().getPackageName().equals("java.time") && name.equals("now") && bare;
            };
        });
    }

    private static ArchCondition<JavaClass> permitOnlyRecords() {
        return new ArchCondition<>("permit only records") {
            @Override
            public void check(JavaClass family, ConditionEvents events) {
                for (var member : family.reflect().getPermittedSubclasses()) {
                    events.add(new SimpleConditionEvent(
                            family, member.isRecord() || member.isSealed(), member.getName() + " is not a record"));
                }
            }
        };
    }

    private String[] packages(String... names) {
        return Stream.of(names).map(name -> root + "." + name).toArray(String[]::new);
    }
}
