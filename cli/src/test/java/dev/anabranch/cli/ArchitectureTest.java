package dev.anabranch.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Keeps the arrows between the modules, all of which are on the class path of the command line. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.anabranch");

  @Test
  void onlyTheCommandLineKnowsGuice() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.anabranch.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "com.google.common..", "jakarta.inject..")
        .check(ALL);
  }

  @Test
  void nothingUsesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.anabranch.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.anabranch.cli..")
        .check(ALL);
  }

  @Test
  void aDialectIsNamedByNoOtherModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.anabranch.dialect.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.anabranch.dialect.*..")
        .allowEmptyShould(true)
        .check(ALL);
    slices()
        .matching("dev.anabranch.dialect.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void onlyTheCommandLineUsesTheTestkit() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.anabranch.testkit..", "dev.anabranch.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.anabranch.testkit..")
        .check(ALL);
  }

  /** The product brings no JUnit, no AssertJ and no launchers of servers. */
  @Test
  void theCommandLineReachesNothingThatIsForTests() {
    noClasses()
        .that()
        .resideInAPackage("dev.anabranch.cli..")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(
            "org.junit..",
            "org.assertj..",
            "org.opentest4j..",
            "org.apiguardian..",
            "org.testcontainers..",
            "io.zonky..",
            "dev.anabranch.testkit.contract..",
            "dev.anabranch.testkit.corpus..",
            "dev.anabranch.testkit.junit..",
            "dev.anabranch.testkit.splitting..")
        .check(ALL);
  }

  @Test
  void onlyWhatIsForTestsUsesJunit() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.anabranch.testkit.contract..",
            "dev.anabranch.testkit.corpus..",
            "dev.anabranch.testkit.junit..",
            "dev.anabranch.testkit.splitting..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..", "org.opentest4j..")
        .check(ALL);
  }
}
