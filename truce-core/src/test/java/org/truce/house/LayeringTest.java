package org.truce.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;

/** The core is a line of stages, each a pure function of those before it; see ARCHITECTURE.md. */
final class LayeringTest {
    private static final List<String> STAGES = List.of(
            "base",
            "proof",
            "record",
            "intake",
            "reconcile",
            "terms",
            "assess",
            "followup",
            "show",
            "simulate");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.truce");

    /** Methods and constructors that bring in time or chance: owner, name, number of parameters. */
    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.System.currentTimeMillis/0",
            "java.lang.System.nanoTime/0",
            "java.lang.System.getLogger/1",
            "java.lang.System.getLogger/2",
            "java.lang.Math.random/0",
            "java.lang.StrictMath.random/0",
            "java.util.Random.<init>/0",
            "java.util.SplittableRandom.<init>/0",
            "java.util.random.RandomGenerator.getDefault/0",
            "java.util.random.RandomGenerator.of/1",
            "java.util.Collections.shuffle/1",
            "java.util.UUID.randomUUID/0",
            "java.util.Date.<init>/0",
            "java.util.Calendar.getInstance/0");

    @ParameterizedTest
    @MethodSource("listStages")
    void aStageKnowsOnlyEarlierStages(String stage) {
        String[] later = STAGES.stream()
                .skip(STAGES.indexOf(stage) + 1L)
                .map(LayeringTest::inPackage)
                .toArray(String[]::new);
        if (later.length > 0) {
            check(noClasses()
                    .that(resideInAPackage(inPackage(stage)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(later)));
        }
    }

    @Test
    void everyClassBelongsToAStage() {
        String[] stages = STAGES.stream().map(LayeringTest::inPackage).toArray(String[]::new);
        check(classes().should().resideInAnyPackage(stages));
    }

    @Test
    void theCoreTouchesNoFilesNetworkOrDatabase() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)"));
    }

    @Test
    void theCoreHasNoClockNoChanceAndNoLog() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)"
                        + "|java\\.security\\.SecureRandom"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.commons.logging..",
                        "org.apache.logging.."));
        check(noClasses().should().accessTargetWhere(isImpure()));
    }

    @Test
    void theCoreDoesNotPrint() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in"));
    }

    static List<String> listStages() {
        return STAGES;
    }

    private static String inPackage(String stage) {
        return "org.truce." + stage + "..";
    }

    /** Early on some stages have no class yet, and a rule about none of them is not broken. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CORE);
    }

    private static DescribedPredicate<JavaAccess<?>> isImpure() {
        return DescribedPredicate.describe("bring in a clock or chance", LayeringTest::isImpure);
    }

    private static boolean isImpure(JavaAccess<?> access) {
        var target = access.getTarget();
        String name = target.getFullName();
        int open = name.indexOf('(');
        if (open < 0) {
            return false;
        }
        String parameters = name.substring(open + 1, name.lastIndexOf(')'));
        int count = parameters.isBlank() ? 0 : parameters.split(",", -1).length;
        return IMPURE_CALLS.contains(name.substring(0, open) + "/" + count)
                || (target.getName().equals("now") && name.startsWith("java.time."));
    }
}
