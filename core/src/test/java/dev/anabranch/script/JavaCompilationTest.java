package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.Migration;
import dev.anabranch.migration.ReversibleMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisions in Java are compiled together, in memory, when the first of them is wanted. */
class JavaCompilationTest {

  private static final String IMPORTS =
      "import dev.anabranch.migration.*;\nimport static dev.anabranch.migration.Definitions.*;\n";

  private static final String METHODS =
      """
      @Override public void upgrade(Operations op) {}
      @Override public void downgrade(Operations op) {}
      """;

  @TempDir Path directory;
  private ScriptFolder folder;

  @BeforeEach
  void createFolder() {
    folder = new ScriptFolder(directory.resolve("revisions"));
  }

  @Test
  void aPublicClassMayStandInAFileOfAnotherName() {
    folder.write(
        "1975ea83b712_create_customer.java", revision("1975ea83b712", "CreateCustomer", METHODS));

    JavaRevisionScript script = folder.loadOnlyJava();
    Migration migration = script.migration();

    assertThat(migration.getClass().getName()).isEqualTo("CreateCustomer");
    assertThat(script.migration()).isNotSameAs(migration).hasSameClassAs(migration);
  }

  @Test
  void aFailureNamesTheFileAndLineOfItsAuthor() {
    folder.write(
        "1975ea83b712_create_customer.java",
        revision(
            "1975ea83b712",
            "CreateCustomer",
            """
            @Override public void upgrade(Operations op) {
              throw new IllegalStateException("here");
            }
            @Override public void downgrade(Operations op) {}
            """));
    Migration migration = folder.loadOnlyJava().migration();

    Throwable failure = catchThrowableOfType(RuntimeException.class, () -> migration.upgrade(null));

    assertThat(failure.getStackTrace()[0])
        .hasToString("CreateCustomer.upgrade(1975ea83b712_create_customer.java:6)");
  }

  @Test
  void theGraphIsBuiltWithoutCompiling() {
    folder.write("1_a.java", revision("1", "A", "this does not compile"));

    RevisionScripts scripts = folder.load();

    assertThat(scripts.graph().heads()).containsExactly("1");
    JavaRevisionScript script = (JavaRevisionScript) scripts.scripts().get(0);
    assertThat(script.checksum()).hasSize(64);
    assertThatThrownBy(script::migration).isInstanceOf(InvalidScriptsException.class);
  }

  @Test
  void allSourcesAreCompiledTogetherAndShareTheirClasses() {
    folder
        .write("1_a.java", revision("1", "A", METHODS))
        .write("2_b.java", revision("2", "B", METHODS).replace("class B", "class B extends Base"))
        .write("Base.java", "abstract class Base { static int loaded = 41; }")
        .write("p/Unread.java", "does not compile");

    RevisionScripts scripts = folder.load();
    Migration a = migration(scripts, "1");
    Migration b = migration(scripts, "2");

    assertThat(scripts.scripts()).hasSize(2);
    assertThat(a.getClass().getClassLoader()).isSameAs(b.getClass().getClassLoader());
    assertThat(b.getClass().getSuperclass().getName()).isEqualTo("Base");
  }

  @Test
  void packagesAreAllowedAndRecordsToo() {
    folder
        .write("1_a.java", "package com.acme;\n" + revision("1", "A", METHODS))
        .write("2_a.java", "package org.acme;\n" + revision("2", "A", METHODS))
        .write("package-info.java", "/** Revisions. */\npackage com.acme;\n")
        .write("module-info.java", "module acme {}")
        .write("3_r.java", revision("3", "R", METHODS).replace("class R", "record R()"));

    RevisionScripts scripts = folder.load();

    assertThat(migration(scripts, "1").getClass().getName()).isEqualTo("com.acme.A");
    assertThat(migration(scripts, "2").getClass().getName()).isEqualTo("org.acme.A");
    assertThat(migration(scripts, "3").getClass().isRecord()).isTrue();
    assertThat(folder.check()).isEmpty();
  }

  @Test
  void aReversibleRevisionNeedsNoDowngrade() {
    folder.write(
        "1_a.java",
        revision("1", "A", "@Override public void change(Operations op) {}")
            .replace("implements Migration", "implements ReversibleMigration"));

    assertThat(folder.check()).isEmpty();
    assertThat(folder.loadOnlyJava().migration()).isInstanceOf(ReversibleMigration.class);
  }

  @Test
  void aClassOfTheRevisionsComesBeforeOneOfTheProgram() {
    String name = JavaCompilationTest.class.getSimpleName();
    folder.write("1_a.java", "package dev.anabranch.script;\n" + revision("1", name, METHODS));

    assertThat(folder.loadOnlyJava().migration().getClass().getName())
        .isEqualTo(JavaCompilationTest.class.getName());
  }

  @Test
  void sourcesAndSqlStandSideBySide() {
    folder
        .write("1_a.java", revision("1", "A", METHODS))
        .write("2_b.sql", "-- @revision 2\n-- @revises 1\n-- @upgrade\nx;\n-- @downgrade\ny;\n");

    assertThat(folder.load().graph().heads()).containsExactly("2");
    assertThat(folder.check()).isEmpty();
  }

  @Test
  void theChecksumIsThatOfTheSourceThatWasCompiled() throws IOException {
    Path file = directory.resolve("revisions/1_a.java");
    folder.write("1_a.java", revision("1", "A", METHODS).replace("\n", "\r\n"));
    JavaRevisionScript script = folder.loadOnlyJava();
    String before = script.checksum();

    folder.write("1_a.java", revision("1", "A", METHODS));
    assertThat(script.checksum()).as("line ends make no difference").isEqualTo(before);
    assertThat(script.migration()).isNotNull();
    Files.writeString(file, "// changed\n", java.nio.file.StandardOpenOption.APPEND);

    assertThat(script.checksum()).isEqualTo(before);
    assertThat(folder.loadOnlyJava().checksum()).isNotEqualTo(before);
  }

  @Nested
  class Mistakes {

    @Test
    void areShownWithFileLineSourceAndMessage() {
      folder
          .write(
              "1_a.java",
              revision(
                  "1",
                  "A",
                  """
                  @Override public void upgrade(Operations op) {
                    op.creatTable("customer");
                  }
                  """))
          .write("Helper.java", "class Helper {\n\tint x = \"text\";\n}\n");

      InvalidScriptsException failure =
          catchThrowableOfType(InvalidScriptsException.class, () -> migration(folder.load(), "1"));

      assertThat(failure)
          .hasMessage(
              """
              Cannot use the revision files: 3 problems.
                revisions/1_a.java:4: The compiler says: A is not abstract and does not override\
               abstract method downgrade(Operations) in Migration.
                  public class A implements Migration {
                         ^
                revisions/1_a.java:6: The compiler says: cannot find symbol (symbol: method\
               creatTable(String); location: variable op of type Operations).
                    op.creatTable("customer");
                      ^
                revisions/Helper.java:2: The compiler says: incompatible types: String cannot be\
               converted to int.
                  \tint x = "text";
                  \t        ^""");
      assertThat(failure.problems())
          .extracting(ScriptProblem::code)
          .containsOnly(ErrorCode.COMPILATION_FAILED);
      assertThat(folder.check()).hasSize(3);
    }

    @Test
    void ofSyntaxAreShown() {
      folder.write("1_a.java", revision("1", "A", "void x( {"));

      assertThat(folder.check()).anyMatch(line -> line.startsWith("1_a.java:5 The compiler says:"));
    }

    @Test
    void warningsAreNone() {
      folder.write(
          "1_a.java",
          revision(
                  "1",
                  "A",
                  "java.util.List raw = new java.util.ArrayList(); Thread t; { t.stop(); }"
                      + METHODS)
              .replace("Thread t;", "Thread t = new Thread();"));

      assertThat(folder.check()).isEmpty();
    }

    @Test
    void aSourceThatIsNotUtf8IsReportedWithItsLine() {
      byte[] source =
          (revision("1", "A", METHODS) + "// x\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      source[source.length - 2] = (byte) 0xE4;
      folder.write("1_a.java", source);

      assertThat(folder.check()).containsExactly("1_a.java:8 The line is not UTF-8.");
    }

    @Test
    void aClassBehindTheRevisionThatAnotherFileDeclaresIsReportedWithBoth() {
      folder
          .write("1_a.java", revision("1", "A", METHODS) + "class Tool {}\n")
          .write("2_b.java", revision("2", "B", METHODS) + "class Tool {}\n");

      assertThat(folder.check())
          .containsExactly(
              "2_b.java:8 The class \"Tool\" is declared in \"revisions/1_a.java\" already.");
    }
  }

  @Nested
  class ARevisionThatOnlyTheCompilerSees {

    @Test
    void withoutItsAnnotationIsReportedUnlessItIsAbstract() {
      folder
          .write("1_a.java", revision("1", "A", METHODS))
          .write("B.java", IMPORTS + "public class B implements Migration {" + METHODS + "}\n")
          .write("C.java", IMPORTS + "abstract class C implements Migration {" + METHODS + "}\n");

      assertThat(folder.check())
          .containsExactly(
              "B.java:0 The class \"B\" is a migration without @RevisionInfo: it would never run.");
    }

    @Test
    void behindAnotherOneIsReported() {
      folder.write(
          "1_a.java",
          revision("1", "A", METHODS)
              + "@RevisionInfo(id = \"2\") class B implements Migration {"
              + METHODS
              + "}\n");

      assertThat(folder.check())
          .containsExactly(
              "1_a.java:0 The class \"B\" has @RevisionInfo, but its header is not read there.");
      assertThatThrownBy(() -> folder.loadOnlyJava().migration())
          .isInstanceOf(InvalidScriptsException.class);
    }

    @Test
    void insideAnotherClassIsReported() {
      folder.write(
          "A.java",
          "class A {\n"
              + IMPORTS.replaceAll("(?s).*", "")
              + "@dev.anabranch.migration.RevisionInfo(id = \"2\") static class B {} }\n");

      assertThat(folder.check())
          .containsExactly(
              "A.java:0 The class \"A$B\" has @RevisionInfo, but its header is not read there.");
    }

    @Test
    void inLettersOfAnotherKindIsReported() {
      folder.write("1_a.java", revision("1", "A", METHODS).replace("@Revision", "\\u0040Revision"));

      assertThat(folder.check())
          .containsExactly(
              "1_a.java:0 The class \"A\" has @RevisionInfo, but its header is not read there.");
    }

    @Test
    void thatOnlyMentionsTheAnnotationIsNone() {
      folder.write("Tool.java", "class Tool { dev.anabranch.migration.RevisionInfo info; }");

      assertThat(folder.check()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public abstract class A implements Migration | {|The class \"A\" is abstract.",
        "class A implements Migration | {|The class \"A\" is not public.",
        "public interface A extends Migration | {|The class \"A\" is an interface.",
        "public class A | {|The class \"A\" is no Migration.",
        "public class A implements Migration | { private A() {}|The class \"A\" has no public constructor without parameters.",
        "public class A implements Migration | { public A(int x) {}|The class \"A\" has no public constructor without parameters.",
        "public enum A implements Migration | { ONE;|The class \"A\" has no public constructor without parameters."
      })
  void aClassThatCannotBeUsedIsReported(String declaration, String body, String problem) {
    String methods = declaration.contains("interface") ? "" : METHODS;
    if (problem.endsWith("no Migration.")) {
      methods = "";
    }
    folder.write(
        "1_a.java", IMPORTS + "@RevisionInfo(id = \"1\")\n" + declaration + body + methods + "}\n");

    assertThat(folder.check()).containsExactly("1_a.java:3 " + problem);
    assertThatThrownBy(() -> folder.loadOnlyJava().migration())
        .isInstanceOf(InvalidScriptsException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aConstructorThatFailsIsReportedWithItsCause() {
    folder.write(
        "1_a.java",
        revision("1", "A", "public A() { throw new IllegalStateException(\"no\"); }" + METHODS));

    assertThatThrownBy(() -> folder.loadOnlyJava().migration())
        .isInstanceOf(InvalidScriptsException.class)
        .hasMessageContaining(
            "revisions/1_a.java:3: The class \"A\" cannot be created: IllegalStateException (no).")
        .cause()
        .hasMessage("no");
  }

  @Test
  void anInitializerThatFailsIsReportedWithItsCause() {
    folder.write(
        "1_a.java", revision("1", "A", "static int x = Integer.parseInt(\"no\");" + METHODS));

    assertThatThrownBy(() -> folder.loadOnlyJava().migration())
        .isInstanceOf(InvalidScriptsException.class)
        .hasMessageContaining("The class \"A\" cannot be created: ExceptionInInitializerError")
        .hasCauseInstanceOf(ExceptionInInitializerError.class);
  }

  @Test
  void aHeaderThatChangedBetweenReadingAndCompilingIsReported() {
    folder.write("1_a.java", revision("1", "A", METHODS));
    JavaRevisionScript script = folder.loadOnlyJava();
    folder.write("1_a.java", revision("2", "A", METHODS));

    assertThatThrownBy(script::migration)
        .isInstanceOf(InvalidScriptsException.class)
        .hasMessageContaining("The class \"A\" has id 2, where 1 was read.");
  }

  @Test
  void everyProblemOfAProjectIsReportedTogether() {
    folder
        .write("1_a.java", revision("1", "A", METHODS).replace("public class", "class"))
        .write(
            "2_b.java",
            revision("2", "B", METHODS).replace("id = \"2\"", "id = \"2\", revises = \"7\""))
        .write("3_c.sql", "-- @revision 3\n-- @upgrade\nx;\n");

    assertThat(folder.check())
        .containsExactly(
            "1_a.java:3 The class \"A\" is not public.",
            "2_b.java:3 Cannot place revision \"2\": its parent \"7\" does not exist.",
            "3_c.sql:1 The revision has neither a \"@downgrade\" section nor a line"
                + " \"@irreversible\".");
  }

  private static Migration migration(RevisionScripts scripts, String id) {
    return ((JavaRevisionScript) scripts.script(id).orElseThrow()).migration();
  }

  private static String revision(String id, String className, String methods) {
    return IMPORTS
        + "@RevisionInfo(id = \""
        + id
        + "\")\n"
        + "public class "
        + className
        + " implements Migration {\n"
        + methods
        + "}\n";
  }
}
