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
  void productionCodeUsesNoTestkit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.anabranch.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.anabranch.testkit..")
        .check(ALL);
  }
}
