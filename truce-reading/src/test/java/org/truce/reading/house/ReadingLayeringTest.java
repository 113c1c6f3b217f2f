package org.truce.reading.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** Reading is a pure function of its text; its stages know only those before them. */
final class ReadingLayeringTest {
    private static final JavaClasses READING = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.truce.reading");

    private static final Set<String> IMPURE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getLogger",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle");

    @Test
    void theTextKnowsNoMeaning() {
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.reading.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.truce.reading",
                        "org.truce.reading.words..",
                        "org.truce.reading.statement..",
                        "org.truce.reading.bulletin..",
                        "org.truce.reading.incident.."));
    }

    @Test
    void dictionariesKnowNoStageThatAsksThem() {
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.reading.words..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.truce.reading",
                        "org.truce.reading.statement..",
                        "org.truce.reading.bulletin..",
                        "org.truce.reading.incident.."));
    }

    @Test
    void statementsBulletinsAndIncidentsDoNotKnowWhoCallsThem() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.truce.reading.statement..",
                        "org.truce.reading.bulletin..",
                        "org.truce.reading.incident..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.truce.reading"));
    }

    /** What a model proposes stays apart from what the rules read. */
    @Test
    void nothingThatReadsKnowsTheModel() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.truce.reading.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.truce.reading.model.."));
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.reading.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.truce.reading"));
    }

    @Test
    void readingTouchesNoFilesNetworkDatabaseOrLog() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "javax.script..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)"));
    }

    @Test
    void readingHasNoClockAndNoChance() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)"
                        + "|java\\.util\\.(Random|SplittableRandom|Date|Calendar)"
                        + "|java\\.security\\.SecureRandom"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom"));
        check(noClasses().should().accessTargetWhere(isImpure()));
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(READING);
    }

    private static DescribedPredicate<JavaAccess<?>> isImpure() {
        return DescribedPredicate.describe("bring in a clock or chance", access -> {
            String name = access.getTarget().getFullName();
            int open = name.indexOf('(');
            return open > 0
                    && (IMPURE.contains(name.substring(0, open))
                            || (access.getTarget().getName().equals("now")
                                    && name.startsWith("java.time.")));
        });
    }
}
