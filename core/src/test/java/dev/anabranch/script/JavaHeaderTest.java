package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a Java source without compiling it. */
class JavaHeaderTest {

  private static final String BODY =
      """
      public class CreateCustomer implements Migration {
        @Override public void upgrade(Operations op) {}
        @Override public void downgrade(Operations op) {}
      }
      """;

  @TempDir Path directory;

  @Test
  void everythingInTheAnnotationIsRead() {
    JavaRevisionScript script =
        read(
            "1975ea83b712_create_customer.java",
            """
            package com.acme.db;

            import dev.anabranch.migration.*;

            /**
             * Creates the customer.
             *
             * <p>It has {@code name} and <b>email</b>, &lt;both&gt; texts.
             *
             * @since 1
             */
            @SuppressWarnings({"unused", ")"})
            @RevisionInfo(
                id = "1975ea83b712",
                revises = {"27c6a30d7c24", "ae1027a6acf0"},
                labels = {"crm",},
                dependsOn = "billing",
                loses = {"customer.last_order", "shop.invoice"},
                message = "Create \\"customer\\" \\u00e9",
                created = "2026-11-22T16:40:00Z",
                irreversible = "no way")
            """
                + BODY);

    assertThat(script.revision())
        .isEqualTo(
            new Revision(
                "1975ea83b712",
                List.of("27c6a30d7c24", "ae1027a6acf0"),
                List.of("billing"),
                List.of("crm"),
                "Create \"customer\" é",
                script.revision().source()));
    assertThat(script.location())
        .isEqualTo(new SourceLocation("revisions/1975ea83b712_create_customer.java", 13));
    assertThat(script.className()).isEqualTo("com.acme.db.CreateCustomer");
    assertThat(script.created()).contains(Instant.parse("2026-11-22T16:40:00Z"));
    assertThat(script.losses()).containsExactly("customer.last_order", "shop.invoice");
    assertThat(script.irreversibleReason()).contains("no way");
    assertThat(script.description())
        .isEqualTo("Creates the customer.\n\nIt has name and email, <both> texts.");
    assertThat(script.file()).contains(directory.resolve("1975ea83b712_create_customer.java"));
  }

  @Nested
  class TheMessage {

    @ParameterizedTest
    @CsvSource({
      "1_create_customer.java, create customer",
      "CreateCustomer.java, create customer",
      "1.java, ''",
      "any_name.java, any name"
    })
    void isThatOfTheFileWhereNoneIsWritten(String file, String message) {
      assertThat(read(file, "@RevisionInfo(id = \"1\")\n" + BODY).revision().message())
          .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
      "AddLastOrder, add last order",
      "AddURLOfShop, add url of shop",
      "V2Tables, v2 tables",
      "add_all, add all"
    })
    void isMadeOfTheWordsOfAClass(String name, String message) {
      assertThat(ClassNames.words(name)).isEqualTo(message);
    }
  }

  @Nested
  class TheAnnotationCounts {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "@RevisionInfo(id = \"1\") public final class CreateCustomer {}",
          "@dev.anabranch.migration.RevisionInfo(id = \"1\") class CreateCustomer {}",
          "@ dev . anabranch /* so */ . migration . RevisionInfo ( id = \"1\" ) class CreateCustomer",
          "@Deprecated @RevisionInfo(id=\"1\") @Other(x = @Y({1}), c = ')') class CreateCustomer {}",
          "public @RevisionInfo(id = \"1\") final class CreateCustomer {}",
          "@RevisionInfo(id = \"1\") public record CreateCustomer() {}",
          "import java.util.*; import static x.Y.RevisionInfo;;\n@RevisionInfo(id=\"1\") class CreateCustomer{}",
          "import dev.anabranch.migration.RevisionInfo; @RevisionInfo(id=\"1\") class CreateCustomer{}",
          "interface A { String X = \"}\"; } @RevisionInfo(id = \"1\") class CreateCustomer {}",
          "class A { char c = '{'; /* { */ String t = \"\"\"\n { \\\"\"\" \" \"\"\"; } // {\n"
              + "@RevisionInfo(id = \"1\") class CreateCustomer {}",
          "@interface A { int x() default 1; } @RevisionInfo(id=\"1\") class CreateCustomer {}",
          "class A extends @B({1}) C {} enum E { X { } } @RevisionInfo(id=\"1\") class CreateCustomer",
          "\uFEFF@RevisionInfo(id = \"1\") class CreateCustomer {}",
          "@RevisionInfo(// the \"id\"\r\n id = /* \"2\" */ \"1\"\r) class CreateCustomer {}"
        })
    void whereverItStandsAboveAClassAtTheTop(String source) {
      JavaRevisionScript script = read("1_x.java", source);

      assertThat(script.revision().id()).isEqualTo("1");
      assertThat(script.className()).isEqualTo("CreateCustomer");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "// @RevisionInfo(id = \"1\")\nclass CreateCustomer {}",
          "/* @RevisionInfo(id = \"1\") */ class CreateCustomer {}",
          "/** @RevisionInfo(id = \"1\") */ class CreateCustomer {}",
          "class A { String s = \"@RevisionInfo(id=1) class X {}\"; }",
          "class A { String s = \"\"\"\n@RevisionInfo(id = \"1\") class X {}\n\"\"\"; }",
          "import com.acme.RevisionInfo; @RevisionInfo(id = \"1\") class A {}",
          "@com.acme.RevisionInfo(id = \"1\") class A {}",
          "@RevisionInformation(id = \"1\") class A {}",
          "@Other(x = @RevisionInfo(id = \"1\")) class A {}",
          "class A { @RevisionInfo(id = \"1\") class B {} }",
          "package a.b; class A {}",
          "",
          "// nothing",
          "/* never closed @RevisionInfo(id=\"1\") class A {}"
        })
    void nowhereElse(String source) {
      ScriptFolder folder = new ScriptFolder(directory).write("Helper.java", source);

      assertThat(folder.load().scripts()).isEmpty();
    }

    @Test
    void inAClassBehindAnotherWhoseNameIsThatOfTheRevision() {
      String source = "package p;\nclass Helper {}\n\n@RevisionInfo(id = \"1\")\nclass Real {}";

      JavaRevisionScript script = read("1_x.java", source);

      assertThat(script.className()).isEqualTo("p.Real");
      assertThat(script.location().line()).isEqualTo(4);
    }
  }

  @Nested
  class TheDescription {

    @Test
    void isTheCommentDirectlyAboveTheDeclaration() {
      String source =
          """
          /** Licence. */
          package p;

          /** Of something else. */
          class A {}

          /** First. */
          // no documentation
          /** {@link String A {@code nested} tag}. */
          @RevisionInfo(id = "1")
          /** Inside. */
          class B {}
          """;

      assertThat(read("1.java", source).description()).isEqualTo("String A nested tag.");
    }

    @Test
    void mayStandBehindThreeSlashes() {
      String source =
          """
          /// not this

          /// Adds the
          ///
          /// last order.
          @RevisionInfo(id = "1") class B {}
          """;

      assertThat(read("1.java", source).description()).isEqualTo("Adds the\n\nlast order.");
    }

    @Test
    void isEmptyWhereThereIsNone() {
      assertThat(read("1.java", "/**/ @RevisionInfo(id=\"1\") class B {}").description()).isEmpty();
    }

    @Test
    void hasToBeUtf8() {
      byte[] source =
          "\n/** \n  sch\u00f6n */\n@RevisionInfo(id = \"1\") class B {}"
              .getBytes(StandardCharsets.ISO_8859_1);

      assertThat(new ScriptFolder(directory).write("1.java", source).check())
          .contains("1.java:3 The line is not UTF-8.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(id = ID)|1 \"id\" of @RevisionInfo has ID, where a text in quotes is wanted.",
        "(id = Ids.next(1, 2))|1 \"id\" of @RevisionInfo has Ids.next(1, 2), where a text in quotes is wanted.",
        "(id = \"a\" + \"b\")|1 \"id\" of @RevisionInfo has a text put together of several, \"a\" + \"b\", where a text in quotes is wanted.",
        "(id = \"\"\"a\"\"\")|1 \"id\" of @RevisionInfo has a text block, where a text in quotes is wanted.",
        "(id = 1)|1 \"id\" of @RevisionInfo has 1, where a text in quotes is wanted.",
        "(id = )|1 \"id\" of @RevisionInfo has nothing, where a text in quotes is wanted.",
        "(id = \"1)|1 \"id\" of @RevisionInfo has a text that is not closed, where a text in quotes is wanted.",
        "(id = {\"1\"})|1 \"id\" of @RevisionInfo has braces.",
        "(\"1\")|1 @RevisionInfo has a value without a name.",
        "(id = \"1\", revise = {})|1 @RevisionInfo has no \"revise\".",
        "(id = \"1\", id = \"2\")|1 \"id\" of @RevisionInfo is repeated; it stands on line 1 already.",
        "(id = \"1\", revises = {\"a\", B})|1 \"revises\" of @RevisionInfo has B, where a text in quotes is wanted.",
        "(id = \"1\", labels = {\"\"})|1 \"labels\" of @RevisionInfo holds an empty text.",
        "(id = \"1\", loses = {\"a\", \"b.\"})|1 \"loses\" of @RevisionInfo has \"b.\", which is no name of a table or column.",
        "(id = \"1\", loses = \"a b\")|1 \"loses\" of @RevisionInfo has \"a b\", which is no name of a table or column.",
        "(id = \"1\", created = \"soon\")|1 \"created\" of @RevisionInfo is \"soon\", which is no point in time.",
        "(id = \"1\", message = \"a\\nb\")|1 \"message\" of @RevisionInfo holds a control character, such as a line break.",
        "(id = \"\\q\")|1 \"id\" of @RevisionInfo holds an escape that Java does not know.",
        "(id = \"\\u00\")|1 \"id\" of @RevisionInfo holds an escape that Java does not know.",
        "(id = \"\")|1 @RevisionInfo does not tell the revision's id.",
        "()|1 @RevisionInfo does not tell the revision's id.",
        "``|1 @RevisionInfo does not tell the revision's id.",
        "(id = \"1\") @RevisionInfo(id = \"2\")|1 @RevisionInfo is repeated; it stands on line 1 already."
      })
  void aBrokenHeaderIsReportedWithItsLine(String attributes, String problem) {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("1_x.java", "@RevisionInfo" + attributes + "\npublic class X {}\n");

    assertThat(folder.check()).contains("1_x.java:" + problem);
  }

  @Test
  void severalProblemsOfAHeaderAreReportedTogether() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write(
                "1_x.java",
                """
                @RevisionInfo(
                    id = "1",
                    revises = PARENT,
                    created = "x",
                    labels = "a" + A)
                class X {}
                """);

    assertThat(folder.check())
        .contains(
            "1_x.java:3 \"revises\" of @RevisionInfo has PARENT, where a text in quotes is wanted.",
            "1_x.java:4 \"created\" of @RevisionInfo is \"x\", which is no point in time.",
            "1_x.java:5 \"labels\" of @RevisionInfo has a text put together of several, \"a\" + A,"
                + " where a text in quotes is wanted.");
  }

  @Test
  void anAnnotationWithoutAClassIsReported() {
    ScriptFolder folder =
        new ScriptFolder(directory).write("1_x.java", "\n@RevisionInfo(id = \"1\")\n");

    assertThat(folder.check()).contains("1_x.java:2 No class follows @RevisionInfo.");
  }

  @Test
  void twoFilesWithOneClassAreReportedWithBothNames() {
    ScriptFolder folder =
        new ScriptFolder(directory)
            .write("1_x.java", "@RevisionInfo(id = \"1\")\nclass AddColumn {}\n")
            .write("2_x.java", "package p; @RevisionInfo(id = \"2\") class AddColumn {}")
            .write("3_x.java", "\n\n@RevisionInfo(id = \"3\") class AddColumn {}\n")
            .write("Tools.java", "class Tools {} class AddColumn {}\n");

    assertThat(folder.check())
        .filteredOn(line -> line.contains("AddColumn"))
        .containsExactly(
            "3_x.java:3 The class \"AddColumn\" is declared in \"revisions/1_x.java:2\" already.",
            "Tools.java:1 The class \"AddColumn\" is declared in \"revisions/1_x.java:2\" already.");
  }

  @Test
  void aHeaderFarFromTheStartIsFound() {
    String source = "/* " + "x".repeat(100_000) + " */\n@RevisionInfo(id = \"far\") class Far {}";

    assertThat(read("far.java", source).revision().id()).isEqualTo("far");
  }

  @Test
  void aFileInUtf16IsReported() {
    byte[] source = "@RevisionInfo(id=\"1\") class A {}".getBytes(StandardCharsets.UTF_16);

    assertThat(new ScriptFolder(directory).write("1.java", source).check())
        .contains("1.java:1 The line is not UTF-8.");
  }

  private JavaRevisionScript read(String file, String source) {
    return new ScriptFolder(directory).write(file, source).loadOnlyJava();
  }
}
