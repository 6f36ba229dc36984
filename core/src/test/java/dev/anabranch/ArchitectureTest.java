package dev.anabranch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the arrows of the core: who may use whom, and what never appears. */
class ArchitectureTest {

  /** Bottom up: a package uses those before it only. */
  private static final List<String> LAYERS =
      List.of(
          "dev.anabranch.error",
          "dev.anabranch.revision",
          "dev.anabranch.sql",
          "dev.anabranch.schema",
          "dev.anabranch.operation",
          "dev.anabranch.migration",
          "dev.anabranch.diff",
          "dev.anabranch.dialect",
          "dev.anabranch.script",
          "dev.anabranch.render",
          "dev.anabranch.history",
          "dev.anabranch.engine",
          "dev.anabranch");

  private static final Path SOURCES = Path.of("src/main/java");

  /** Letters before "h2" make it a part of another word, as in "path2"; so do letters after it. */
  private static final Pattern PRODUCT_NAME =
      Pattern.compile(
          "(?i:postgres|pgsql|mysql|mariadb|oracle|sqlite|hsqldb|derby)|\\b[hH]2(?![a-z0-9])");

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'|/\\*.*?\\*/|//[^\n]*",
          Pattern.DOTALL);

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPath(Path.of("target/classes"));

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyThoseBelowIt() {
    return LAYERS.stream()
        .map(
            layer ->
                DynamicTest.dynamicTest(
                    layer,
                    () ->
                        noClasses()
                            .that()
                            .resideInAnyPackage(withInternals(layer))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above(layer))
                            .allowEmptyShould(true)
                            .check(CORE)));
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
        .allMatch(name -> LAYERS.contains(name.replaceFirst("\\.internal(\\..*)?$", "")));
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.anabranch.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void whatIsDataKnowsNoJdbc() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Stream.of("error", "revision", "schema", "sql", "operation", "diff", "script", "render")
                .map(name -> "dev.anabranch." + name + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .allowEmptyShould(true)
        .check(CORE);
    noClasses()
        .that()
        .resideInAPackage("dev.anabranch")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql")
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void usesTheJdkTheLoggingApiAndAnnotationsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.anabranch..",
            "java..",
            "javax..",
            // The annotation processor asks the compiler it runs in for its sources.
            "com.sun.source..",
            "org.slf4j",
            "org.jspecify..")
        .check(CORE);
  }

  @Test
  void neverPrints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CORE);
  }

  @Test
  void publicSignaturesShowNoInternalType() {
    classes()
        .that()
        .resideOutsideOfPackage("..internal..")
        .and()
        .arePublic()
        .should(showNoInternalType())
        .check(CORE);
  }

  @Test
  void namesNoProduct() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        collectProductNames(file, found);
      }
    }
    assertThat(found).as("product names in the code of the core").isEmpty();
  }

  /** Comments may name the server whose behaviour they explain; code, names and texts may not. */
  private static void collectProductNames(Path file, List<String> found) throws IOException {
    if (PRODUCT_NAME.matcher(file.getFileName().toString()).find()) {
      found.add(file.toString());
    }
    List<String> lines = withoutComments(Files.readString(file)).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (PRODUCT_NAME.matcher(lines.get(i)).find()) {
        found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
      }
    }
  }

  private static String withoutComments(String source) {
    return COMMENT_OR_TEXT
        .matcher(source)
        .replaceAll(
            match -> {
              String text = match.group();
              boolean comment = text.startsWith("/");
              return Matcher.quoteReplacement(comment ? text.replaceAll("[^\n]", "") : text);
            });
  }

  private static ArchCondition<JavaClass> showNoInternalType() {
    return new ArchCondition<>("show no internal type to callers") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> ancestors =
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type, type.getFullName(), ancestors, events);
        for (JavaField field : type.getFields()) {
          if (visible(field)) {
            report(type, field.getFullName(), Stream.of(field.getType()), events);
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (visible(unit)) {
            Stream<JavaType> types =
                Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
            report(type, unit.getFullName(), types, events);
          }
        }
      }
    };
  }

  private static boolean visible(HasModifiers member) {
    return (member.getModifiers().contains(JavaModifier.PUBLIC)
            || member.getModifiers().contains(JavaModifier.PROTECTED))
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static void report(
      JavaClass owner, String where, Stream<JavaType> types, ConditionEvents events) {
    types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .filter(type -> (type.getPackageName() + ".").contains(".internal."))
        .forEach(
            type ->
                events.add(
                    SimpleConditionEvent.violated(owner, where + " shows " + type.getName())));
  }

  private static String[] above(String layer) {
    return LAYERS.stream()
        .skip(LAYERS.indexOf(layer) + 1L)
        .flatMap(name -> Arrays.stream(withInternals(name)))
        .toArray(String[]::new);
  }

  private static String[] withInternals(String layer) {
    return new String[] {layer, layer + ".internal.."};
  }
}
