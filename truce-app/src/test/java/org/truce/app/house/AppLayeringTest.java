package org.truce.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

/** Which part of the application may know which; the core's own rules are tested in the core. */
final class AppLayeringTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.truce.app");

    /** The command line answers in under two seconds because it never loads Spring. */
    @Test
    void onlyTheServerKnowsSpring() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.truce.app.serve..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet.."));
    }

    @Test
    void theStoreKnowsNeitherServerNorCommandLine() {
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.app.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.truce.app.serve..", "org.truce.app.cli.."));
    }

    @Test
    void theTwoStoresDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.app.store.sqlite..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.truce.app.store.postgres.."));
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.app.store.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.truce.app.store.sqlite.."));
    }

    /** Text leaves the machine in one place, and what follows another node's log sends none. */
    @Test
    void onlyTheModelAndTheFollowerOpenALine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.truce.app.model..")
                .and()
                .doNotHaveFullyQualifiedName("org.truce.app.cli.FollowCommand")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http.."));
        check(noClasses()
                .that()
                .resideInAPackage("org.truce.app.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.truce.app.cli..", "org.truce.app.store..", "org.truce.app.serve.."));
    }

    /** A rule about a package that has no class yet is not broken. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(APP);
    }
}
