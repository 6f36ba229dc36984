package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions that a build compiles are found on the class path through the index it writes. */
class BuiltRevisionsTest {

  private static final String PLACE = "classpath:com/acme/revisions";

  @TempDir Path directory;
  private JavaBuild build;

  @BeforeEach
  void createBuild() {
    build = new JavaBuild(directory.resolve("app"));
  }

  @Test
  void everythingOfTheHeaderIsRead() throws IOException {
    build.write(
        "com/acme/revisions/CreateCustomer.java",
        source(
                    "CreateCustomer",
                    """
                id = "1975ea83b712", revises = {Ids.BASE, "27c6"}, labels = "crm", dependsOn = {"bil"},
                message = "Create\\\\ customer", created = "2026-11-22T16:40:00Z",
                loses = {"customer.last_order", "shop." + "invoice"}, irreversible = "no " + "way\\\\t\\\\n"
                """)
                .replace(
                    "@RevisionInfo",
                    "/** Creates the {@code customer}.\n *\n * <p>So. */\n@RevisionInfo")
            + "interface Ids { String BASE = \"ae10\"; }\n");

    assertThat(build.compile()).isEmpty();
    try (URLClassLoader loader = build.loader()) {
      Headers headers = Headers.read(options(PLACE), loader);
      JavaRevisionScript script = (JavaRevisionScript) headers.scripts().get(0);

      assertThat(headers.problems()).isEmpty();
      assertThat(script.revision())
          .isEqualTo(
              new Revision(
                  "1975ea83b712",
                  List.of("ae10", "27c6"),
                  List.of("bil"),
                  List.of("crm"),
                  "Create\\ customer",
                  Optional.of(new SourceLocation(PLACE + "/CreateCustomer.java", 7))));
      assertThat(script.className()).isEqualTo("com.acme.revisions.CreateCustomer");
      assertThat(script.description()).isEqualTo("Creates the customer.\n\nSo.");
      assertThat(script.created()).contains(Instant.parse("2026-11-22T16:40:00Z"));
      assertThat(script.losses()).containsExactly("customer.last_order", "shop.invoice");
      assertThat(script.irreversibleReason()).contains("no way\\t\\n");
      assertThat(script.file()).isEmpty();
      assertThat(script.migration().getClass().getName()).isEqualTo(script.className());
    }
  }

  @Test
  void theChecksumIsThatOfTheSourceInAFolder() throws IOException {
    String source = source("A", "id = \"1\"");
    build.write("com/acme/revisions/A.java", source).compile();
    ScriptFolder folder = new ScriptFolder(directory.resolve("r")).write("1_a.java", source);

    try (URLClassLoader loader = build.loader()) {
      RevisionScript built = RevisionScripts.load(options(PLACE), loader).scripts().get(0);
      assertThat(built.checksum()).hasSize(64).isEqualTo(folder.loadOnlyJava().checksum());
    }
  }

  @Test
  void theMessageIsMadeOfTheClassWhereNoneIsWritten() throws IOException {
    build.write("com/acme/revisions/AddLastOrder.java", source("AddLastOrder", "id = \"1\""));
    build.compile();

    try (URLClassLoader loader = build.loader()) {
      assertThat(RevisionScripts.load(options(PLACE), loader).revisions().get(0).message())
          .isEqualTo("add last order");
    }
  }

  @Nested
  class ALocation {

    @BeforeEach
    void buildSome() {
      build
          .write("com/acme/revisions/B.java", source("B", "id = \"1\""))
          .write("com/acme/revisions/A.java", source("A", "id = \"2\", revises = \"1\""))
          .write(
              "com/acme/revisions/more/C.java",
              source("C", "id = \"3\"").replace("revisions;", "revisions.more;"))
          .write(
              "com/acme/revisionsother/D.java",
              source("D", "id = \"4\"").replace("revisions;", "revisionsother;"))
          .compile();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {PLACE, "classpath:com.acme.revisions", "classpath:/com/acme/revisions/"})
    void isTheNameOfAPackage(String place) throws IOException {
      try (URLClassLoader loader = build.loader()) {
        assertThat(RevisionScripts.load(options(place), loader).revisions())
            .extracting(Revision::id)
            .containsExactly("2", "1");
      }
    }

    @Test
    void mayHoldPackagesBelow() throws IOException {
      try (URLClassLoader loader = build.loader()) {
        ScriptOptions deep = options(PLACE).withDepth(ScriptOptions.Depth.RECURSIVE);
        assertThat(RevisionScripts.load(deep, loader).revisions())
            .extracting(Revision::id)
            .containsExactly("2", "1", "3");
      }
    }

    @Test
    void holdsSqlAndClasses() throws IOException {
      new ScriptFolder(build.classes().resolve("com/acme/revisions"))
          .write("5_x.sql", "-- @revision 5\n-- @revises 2\n-- @upgrade\n");

      try (URLClassLoader loader = build.loader()) {
        assertThat(RevisionScripts.load(options(PLACE), loader).graph().heads())
            .containsExactly("5");
      }
    }

    @Test
    void insideAJarNeedsNoEntriesOfFolders() throws IOException {
      Path jar = directory.resolve("app.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
          Stream<Path> files = Files.walk(build.classes())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          out.putNextEntry(
              new JarEntry(build.classes().relativize(file).toString().replace('\\', '/')));
          out.write(Files.readAllBytes(file));
        }
      }

      try (URLClassLoader loader =
          new URLClassLoader(
              new URL[] {jar.toUri().toURL()}, BuiltRevisionsTest.class.getClassLoader())) {
        RevisionScripts scripts = RevisionScripts.load(options(PLACE), loader);
        assertThat(scripts.graph().heads()).containsExactly("2");
        assertThat(((JavaRevisionScript) scripts.scripts().get(0)).migration()).isNotNull();
      }
    }

    @Test
    void withoutAnIndexIsReported() throws IOException {
      Files.delete(build.indexFile());

      assertThat(check(PLACE))
          .containsExactly(
              PLACE + ": The package has classes, but no index says which of them are revisions.");
      assertThat(check("classpath:com.acme.none"))
          .containsExactly(
              "classpath:com.acme.none: The class path has no folder \"com.acme.none\" and no"
                  + " revisions in a package of that name.");
    }

    @Test
    void withAFolderOfItsOwnMayStandBesideOneOfTheClassPath() throws IOException {
      ScriptFolder folder =
          new ScriptFolder(directory.resolve("r"))
              .write("5_x.sql", "-- @revision 5\n-- @revises 2\n-- @upgrade\n");

      try (URLClassLoader loader = build.loader()) {
        ScriptOptions both =
            ScriptOptions.of(folder.location(), ScriptLocation.parse(PLACE, directory));
        assertThat(RevisionScripts.load(both, loader).graph().heads()).containsExactly("5");
      }
    }
  }

  @Nested
  class TheIndex {

    @Test
    void keepsWhatIsNotCompiledThisTime() {
      build
          .write("com/acme/revisions/A.java", source("A", "id = \"1\""))
          .write("com/acme/revisions/B.java", source("B", "id = \"2\", revises = \"1\""));
      build.compile();
      String before = build.index();

      assertThat(build.compileOnly("com/acme/revisions/B.java")).isEmpty();

      assertThat(build.index()).isEqualTo(before).hasLineCount(3);
    }

    @Test
    void takesUpWhatHasChanged() {
      build
          .write("com/acme/revisions/A.java", source("A", "id = \"1\""))
          .write("com/acme/revisions/B.java", source("B", "id = \"2\""));
      build.compile();
      build.write("com/acme/revisions/B.java", source("B", "id = \"3\""));

      assertThat(build.compileOnly("com/acme/revisions/B.java")).isEmpty();

      assertThat(build.index()).contains("id=1", "id=3").doesNotContain("id=2");
    }

    @Test
    void dropsWhatIsNoRevisionAnyMore() {
      build
          .write("com/acme/revisions/A.java", source("A", "id = \"1\""))
          .write("com/acme/revisions/B.java", source("B", "id = \"2\""));
      build.compile();
      build.write("com/acme/revisions/B.java", "package com.acme.revisions; class B {}");

      assertThat(build.compileOnly("com/acme/revisions/B.java")).isEmpty();

      assertThat(build.index()).contains("id=1").doesNotContain("id=2");
    }

    @Test
    void dropsWhatIsDeletedEvenIfNoRevisionIsLeft() throws IOException {
      build
          .write("com/acme/revisions/A.java", source("A", "id = \"1\""))
          .write("com/acme/Other.java", "package com.acme; class Other {}");
      build.compile();
      Files.delete(build.classFile("com.acme.revisions.A"));

      assertThat(build.compileOnly("com/acme/Other.java")).isEmpty();

      assertThat(build.index()).isEqualTo("# anabranch revisions 1\n");
    }

    @Test
    void isNotMadeWhereThereAreNoRevisions() {
      build.write("com/acme/Other.java", "package com.acme; class Other {}");
      build.compile();

      assertThat(build.indexFile()).doesNotExist();
    }

    @Test
    void listsClassesInsideOthersByTheirBinaryNames() throws IOException {
      build.write(
          "com/acme/revisions/All.java",
          "package com.acme.revisions;\nimport dev.anabranch.migration.*;\npublic class All {\n"
              + declaration("First", "id = \"1\"").replace("public class", "public static class")
              + declaration("Second", "id = \"2\"").replace("public class", "public static class")
              + "}\n");

      assertThat(build.compile()).isEmpty();
      try (URLClassLoader loader = build.loader()) {
        RevisionScripts scripts = RevisionScripts.load(options(PLACE), loader);
        assertThat(scripts.scripts())
            .extracting(s -> ((JavaRevisionScript) s).className())
            .containsExactly("com.acme.revisions.All$First", "com.acme.revisions.All$Second");
        assertThat(scripts.revisions())
            .extracting(Revision::message)
            .containsExactly("first", "second");
        assertThat(((JavaRevisionScript) scripts.scripts().get(1)).migration()).isNotNull();
      }
    }

    @Test
    void isWrittenByACompilerThatFindsTheProcessorByItself() throws IOException {
      build.write("com/acme/revisions/A.java", source("A", "id = \"1\""));
      Path file = directory.resolve("app/src/com/acme/revisions/A.java");

      assertThat(
              build.compile(
                  List.of(file),
                  Runtime.version().feature() < 21 ? List.of() : List.of("-proc:full")))
          .isEmpty();

      assertThat(build.index()).contains("id=1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public abstract class A implements Migration {M}|it is abstract.",
        "class A implements Migration {M}|it is not public.",
        "public class A {}|it implements neither Migration nor ReversibleMigration.",
        "public interface A extends Migration {}|it is no class.",
        "public enum A implements Migration {; M}|it is no class.",
        "public class A implements Migration { private A() {} M}|it has no public constructor without parameters.",
        "public class A implements Migration { public A(int x) {} M}|it has no public constructor without parameters.",
      })
  void aClassThatCannotBeUsedIsAnErrorOfTheCompilation(String declaration, String problem) {
    build.write(
        "com/acme/revisions/A.java",
        "package com.acme.revisions;\nimport dev.anabranch.migration.*;\n@RevisionInfo(id = \"1\")\n"
            + declaration.replace("M}", METHODS + "}"));

    assertThat(build.compile())
        .containsExactly("3: Cannot use com.acme.revisions.A as a revision: " + problem);
    assertThat(build.indexFile()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id = \"\"|it has no id.",
        "id = \"1\", created = \"soon\"|it was created \"soon\", which is no point in time such as 2026-11-22T16:40:00Z.",
        "id = \"1\", message = \"a\\nb\"|it has a control character, such as a line break, in its @RevisionInfo.",
        "id = \"1\", revises = \"a, b\"|it has \"a, b\" in revises, which is no name.",
        "id = \"1\", loses = {\"a\", \"b..c\"}|it has \"b..c\" in loses, which is no name of a table or column.",
        "id = \"1\", labels = \" \"|it has \" \" in labels, which is no name."
      })
  void aHeaderThatCannotBeUsedIsAnErrorOfTheCompilation(String attributes, String problem) {
    build.write("com/acme/revisions/A.java", source("A", attributes));

    assertThat(build.compile())
        .contains("4: Cannot use com.acme.revisions.A as a revision: " + problem);
  }

  @Test
  void anIdThatCannotBeUsedOrIsTakenIsAnErrorOfTheCompilation() {
    build
        .write("com/acme/revisions/A.java", source("A", "id = \"a:b\""))
        .write("com/acme/revisions/B.java", source("B", "id = \"1\""))
        .write("com/acme/revisions/C.java", source("C", "id = \"1\""))
        .write("com/acme/revisions/D.java", source("D", "id = \"2\", revises = \"2\""));

    assertThat(build.compile())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("5: Cannot use \"a:b\" as a revision id"))
        .filteredOn(line -> line.startsWith("5: Cannot tell revisions apart: the id \"1\""))
        .hasSize(2);
  }

  @Test
  void anIdOfAnEarlierCompilationIsTakenToo() {
    build
        .write("com/acme/revisions/A.java", source("A", "id = \"1\""))
        .write("com/acme/revisions/B.java", source("B", "id = \"1\""));
    build.compileOnly("com/acme/revisions/A.java");

    assertThat(build.compileOnly("com/acme/revisions/B.java"))
        .singleElement()
        .asString()
        .startsWith("5: Cannot tell revisions apart: the id \"1\"");
  }

  @Nested
  class ABrokenIndex {

    @BeforeEach
    void buildOne() {
      build.write("com/acme/revisions/A.java", source("A", "id = \"1\"")).compile();
    }

    @Test
    void isReportedLineByLine() throws IOException {
      Files.writeString(
          build.indexFile(),
          """
          # a comment

          nothing
          class=com.acme.revisions.B
          class=com.acme.revisions.C\tid=3\tline=x
          class=com.acme.revisions.D\tid=4\\x
          class=com.acme.revisions.E\tid=5\\
          # anabranch revisions 2
          class=com.acme.revisions.F\tid=6\tcreated=soon\tunknown=x
          """,
          StandardOpenOption.APPEND);
      String index = build.indexFile().toUri().toURL().toExternalForm();

      assertThat(check(PLACE))
          .containsExactlyInAnyOrder(
              index + ":5: The line holds \"nothing\", which is no key and value.",
              index + ":6: The line tells no id.",
              index + ":7: The line has the line \"x\", which is no number.",
              index + ":8: The line holds an escape that is not known.",
              index + ":9: The line ends within an escape.",
              index + ":10: The line begins an index of format 2, and this release knows 1.",
              PLACE
                  + "/F.class: The index says that the revision was created \"soon\", which is no"
                  + " point in time.",
              PLACE
                  + "/F.class: There is no class \"com.acme.revisions.F\", although the index lists"
                  + " it.");
    }

    @Test
    void thatIsNotUtf8IsReported() throws IOException {
      Files.write(build.indexFile(), new byte[] {(byte) 0xE4, '\n'});

      assertThat(check(PLACE)).anyMatch(line -> line.endsWith(": The index is not UTF-8."));
    }

    @Test
    void thatListsAMissingClassIsReportedWhenItIsUsed() throws IOException {
      Files.delete(build.classFile("com.acme.revisions.A"));

      try (URLClassLoader loader = build.loader()) {
        RevisionScript script = RevisionScripts.load(options(PLACE), loader).scripts().get(0);
        assertThatThrownBy(((JavaRevisionScript) script)::migration)
            .isInstanceOf(InvalidScriptsException.class)
            .hasMessageContaining(
                PLACE
                    + "/A.java:4: There is no class \"com.acme.revisions.A\", although the index"
                    + " lists it.");
      }
    }

    @Test
    void thatSaysSomethingElseThanTheClassIsReported() throws IOException {
      Files.writeString(build.indexFile(), build.index().replace("id=1", "id=2\trevises=0"));

      assertThat(check(PLACE))
          .contains(
              PLACE + "/A.java:4: The class \"com.acme.revisions.A\" has id 1, where 2 was read.",
              PLACE
                  + "/A.java:4: The class \"com.acme.revisions.A\" has revises [], where [0] was"
                  + " read.");
    }

    @Test
    void thatListsAClassThatIsNoRevisionIsReported() throws IOException {
      Files.writeString(
          build.indexFile(),
          """
          class=java.lang.Object\tid=x
          class=dev.anabranch.migration.Migration\tid=y
          """);

      assertThat(check("classpath:java.lang", "classpath:dev.anabranch.migration"))
          .containsExactlyInAnyOrder(
              "classpath:dev/anabranch/migration/Migration.class: The class"
                  + " \"dev.anabranch.migration.Migration\" is an interface.",
              "classpath:java/lang/Object.class: The class \"java.lang.Object\" is no Migration.");
    }

    @Test
    void ofAnOlderBuildWithoutChecksumsFallsBackToTheClass() throws IOException {
      Files.writeString(build.indexFile(), build.index().replaceAll("\tchecksum=\\w+", ""));

      try (URLClassLoader loader = build.loader()) {
        RevisionScript script = RevisionScripts.load(options(PLACE), loader).scripts().get(0);
        assertThat(script.checksum())
            .isEqualTo(
                Checksum.ofBinary(Files.readAllBytes(build.classFile("com.acme.revisions.A"))));
        Files.delete(build.classFile("com.acme.revisions.A"));
        assertThatThrownBy(script::checksum).isInstanceOf(InvalidScriptsException.class);
      }
    }

    @Test
    void ofAnOlderBuildThatKnewNoLossesIsRead() throws IOException {
      assertThat(build.index()).doesNotContain("loses");

      try (URLClassLoader loader = build.loader()) {
        RevisionScript script = RevisionScripts.load(options(PLACE), loader).scripts().get(0);
        assertThat(script.losses()).isEmpty();
        assertThat(((JavaRevisionScript) script).migration()).isNotNull();
      }
    }

    @Test
    void thatSaysOtherLossesThanTheClassIsReported() throws IOException {
      Files.writeString(build.indexFile(), build.index().replace("id=1", "id=1\tloses=a,b.c"));

      assertThat(check(PLACE))
          .containsExactly(
              PLACE
                  + "/A.java:4: The class \"com.acme.revisions.A\" has loses [], where [a, b.c] was"
                  + " read.");
    }

    @Test
    void twoIndexesThatListOneClassAreReportedWithBothPlaces() throws IOException {
      JavaBuild other = new JavaBuild(directory.resolve("other"));
      other.write("com/acme/revisions/A.java", source("A", "id = \"1\"")).compile();

      try (URLClassLoader loader =
          new URLClassLoader(
              new URL[] {build.classes().toUri().toURL(), other.classes().toUri().toURL()},
              BuiltRevisionsTest.class.getClassLoader())) {
        List<ScriptProblem> problems = ScriptChecker.of(options(PLACE), loader).check();
        assertThat(problems)
            .extracting(ScriptProblem::code)
            .containsExactly(ErrorCode.DUPLICATE_CLASS);
        assertThat(problems.get(0).toString())
            .startsWith(other.indexFile().toUri().toURL().toExternalForm() + ":2: ")
            .contains(
                "The class \"com.acme.revisions.A\" is listed already, in \""
                    + build.indexFile().toUri().toURL().toExternalForm()
                    + "\"");
      }
    }

    @Test
    void doesNotKeepTheNextCompilationFromWritingAnother() throws IOException {
      String good = build.index();
      Files.writeString(build.indexFile(), "rubbish\nclass=gone.X\tid=9\n");

      assertThat(build.compile()).isEmpty();

      assertThat(build.index()).isEqualTo(good);
    }
  }

  private List<String> check(String... places) throws IOException {
    try (URLClassLoader loader = build.loader()) {
      return ScriptChecker.of(options(places), loader).check().stream()
          .map(ScriptProblem::toString)
          .toList();
    }
  }

  private ScriptOptions options(String... places) {
    return ScriptOptions.of(
            Stream.of(places).map(place -> ScriptLocation.parse(place, directory)).toList())
        .withJava(JavaOptions.none());
  }

  private static final String METHODS =
      """
      @Override public void upgrade(Operations op) {}
      @Override public void downgrade(Operations op) {}
      """;

  private static String source(String className, String attributes) {
    return "package com.acme.revisions;\n\nimport dev.anabranch.migration.*;\n"
        + declaration(className, attributes);
  }

  private static String declaration(String className, String attributes) {
    return "@RevisionInfo("
        + attributes
        + ")\npublic class "
        + className
        + " implements Migration {\n"
        + METHODS
        + "}\n";
  }
}
