package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anabranch.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user does with revisions in Java, on H2. */
class JavaRevisionsTest {
  private static final String CREATE_CUSTOMER =
      """
      import static dev.anabranch.migration.Definitions.*;

      import dev.anabranch.migration.*;

      /** Every customer we have. */
      @RevisionInfo(id = "aa01", created = "2026-11-22T16:40:00Z")
      public class CreateCustomer implements ReversibleMigration {
        @Override
        public void change(Operations op) {
          op.createTable(
              "customer",
              column("id", bigint()).identity().primaryKey(),
              column("name", varchar(100)).notNull());
        }
      }
      """;

  @TempDir Path folder;

  private CliRun cli() {
    return CliRun.in(folder);
  }

  private CliRun project() {
    return cli().onMemoryDatabase().file("revisions/aa01_create_customer.java", CREATE_CUSTOMER);
  }

  @Test
  void aNewcomerWritesOneAndMigratesADatabase() throws IOException {
    cli().run("init");
    Result made = cli().run("revision", "--template", "java", "-m", "add Größe", "--rev-id", "one");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).isEqualTo("revisions/one_add_grosse.java\n");

    Path file = folder.resolve("revisions/one_add_grosse.java");
    assertThat(Files.readString(file)).contains("public class AddGrosse implements Migration {");
    assertThat(cli().run("validate").err()).isEqualTo("Nothing is wrong.\n");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst("// The change.*", "op.createTable(\"size\", column(\"id\", bigint()));")
            .replaceFirst("// What takes.*", "op.dropTable(\"size\");"));

    Result upgrade = cli().run("upgrade", "head");
    assertThat(upgrade.code()).as(upgrade.err()).isZero();
    assertThat(cli().run("current").out()).isEqualTo("one (head, current), add Größe\n");
    Result downgrade = cli().run("downgrade", "base");
    assertThat(downgrade.code()).as(downgrade.err()).isZero();
    assertThat(cli().run("current").out()).isEmpty();
  }

  @Test
  void aMergeIsWrittenInJavaToo() {
    CliRun cli =
        project()
            .file(
                "revisions/b1.java",
                CREATE_CUSTOMER
                    .replace("aa01", "bb01")
                    .replace("CreateCustomer", "B")
                    .replace("\"customer\"", "\"person\""));

    Result made = cli.run("merge", "heads", "--template", "java", "--rev-id", "mm");

    assertThat(made.out()).isEqualTo("revisions/mm_merge_aa01_and_bb01.java\n");
    assertThat(cli.run("heads").out()).isEqualTo("mm (head, merge point), merge aa01 and bb01\n");
    assertThat(cli.run("validate").code()).isZero();
  }

  @Test
  void historyAndShowTellWhatTheSourceSays() {
    CliRun cli = project();

    assertThat(cli.run("history").out()).isEqualTo("<base> -> aa01 (head), create customer\n");
    assertThat(cli.run("show", "aa").out())
        .isEqualTo(
            """
            Revision:   aa01 (head)
            Parent:     <base>
            Created:    2026-11-22T16:40:00Z
            File:       revisions/aa01_create_customer.java
            Class:      CreateCustomer

                create customer

                Every customer we have.
            """);
    assertThat(cli.run("history", "--verbose").out()).contains("    Every customer we have.");
    assertThat(cli.run("show", "aa01", "--json").out())
        .contains("\"file\" : \"revisions/aa01_create_customer.java\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heads", "history", "show aa01", "branches"})
  void whatOnlyTellsAboutTheGraphCompilesNothing(String words) throws IOException {
    Path cache = folder.resolve("cache");
    CliRun cli =
        project()
            .with("XDG_CACHE_HOME", cache.toString())
            .file(
                "revisions/aa01_create_customer.java", CREATE_CUSTOMER.replace("bigint", "bgint"));

    Result result = cli.run(words.split(" "));

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cache).doesNotExist();
  }

  @Test
  void whatIsCompiledIsKeptInTheUsersCache() throws IOException {
    Path cache = folder.resolve("cache");
    CliRun cli = project().with("XDG_CACHE_HOME", cache.toString());

    assertThat(cli.run("validate").code()).isZero();
    assertThat(cli.run("upgrade", "head").code()).isZero();

    try (Stream<Path> files = Files.list(cache.resolve("anabranch/java"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Nested
  class AMistake {
    private CliRun broken() {
      return project()
          .file(
              "revisions/aa01_create_customer.java",
              CREATE_CUSTOMER.replace("varchar(100)", "varchr(100)"));
    }

    @Test
    void isShownByValidateWithFileLineSourceAndMessage() {
      Result validate = broken().run("validate");

      assertThat(validate.code()).isEqualTo(3);
      assertThat(validate.out())
          .isEqualTo(
              """
              revisions/aa01_create_customer.java:13: error: The compiler says: cannot find symbol\
               (symbol: method varchr(int); location: class CreateCustomer). [ANB-2041]
                          column("name", varchr(100)).notNull());
                                         ^
                  Mend the source; the compiler is that of Java %d.
              """
                  .formatted(Runtime.version().feature()));
      assertThat(validate.err()).isEqualTo("1 error, 0 warnings.\n");
    }

    @Test
    void isToldToPrograms() throws IOException {
      JsonNode problem =
          new ObjectMapper()
              .readTree(broken().run("validate", "--json").out())
              .get("problems")
              .get(0);

      assertThat(problem.get("code").asText()).isEqualTo("ANB-2041");
      assertThat(problem.get("line").asInt()).isEqualTo(13);
      assertThat(problem.get("excerpt").asText()).contains("varchr(100)", "\n");
    }

    @Test
    void stopsARunBeforeAnythingIsDone() {
      CliRun cli = broken().revision("cc01", "", "other");

      Result upgrade = cli.run("upgrade", "heads");

      assertThat(upgrade.code()).isEqualTo(3);
      assertThat(upgrade.err())
          .contains(
              "Cannot use the revision files: 1 problem.",
              "revisions/aa01_create_customer.java:13: The compiler says: cannot find symbol",
              "column(\"name\", varchr(100)).notNull());");
      assertThat(cli.run("current").out()).isEmpty();
    }

    @Test
    void inTheHeaderIsShownByEveryCommand() {
      Result heads =
          project()
              .file(
                  "revisions/aa01_create_customer.java", CREATE_CUSTOMER.replace("\"aa01\"", "ID"))
              .run("heads");

      assertThat(heads.code()).isEqualTo(3);
      assertThat(heads.err())
          .contains(
              "revisions/aa01_create_customer.java:6: \"id\" of @RevisionInfo has ID, where a text"
                  + " in quotes is wanted.");
    }
  }

  @Test
  void classPathNamesWhatRevisionsUse() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    CliRun cli =
        project()
            .file(
                "revisions/aa01_create_customer.java",
                CREATE_CUSTOMER.replace("varchar(100)", "com.acme.Types.NAME"));
    Path library = folder.resolve("build/com/acme/Types.java");
    Files.createDirectories(library.getParent());
    Files.writeString(
        library,
        """
        package com.acme;
        public class Types {
          public static final dev.anabranch.schema.DataType NAME =
              dev.anabranch.migration.Definitions.varchar(77);
        }
        """);
    int compiled =
        javax.tools.ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                folder.resolve("lib/classes").toString(),
                library.toString());
    assertThat(compiled).isZero();

    assertThat(cli.run("validate").code()).isEqualTo(3);
    assertThat(cli.run("validate", "--set", "class-path=lib/classes").code()).isZero();
    assertThat(
            cli.with("ANABRANCH_CLASS_PATH", "lib/classes").run("upgrade", "head", "--sql").out())
        .contains("77");
    assertThat(cli.with("ANABRANCH_CLASS_PATH", "lib/none,lib/*.jar").run("validate").out())
        .contains("lib/none: error: There is no such file or folder. [ANB-2047]");
    assertThat(cli.with("ANABRANCH_CLASS_PATH", "*/x.jar").run("heads").err())
        .contains("Cannot use \"*/x.jar\" on the class path of revisions");
  }

  @Test
  void templatesAreListed() {
    assertThat(cli().run("list-templates").lines())
        .containsExactly(
            "init             sql             One database, revisions written in SQL",
            "init             multi-database  Two databases, each with its own revisions, run one by"
                + " one or together",
            "revision, merge  sql             Statements in SQL, with sections for dialects where"
                + " they differ",
            "revision, merge  java            Operations in Java, which run on every dialect");
    assertThat(cli().run("list-templates", "--json").out())
        .contains("\"templates\"", "\"revisionTemplates\"", "\"java\"");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    CliRun cli = project();

    Result sections =
        cli.run("revision", "--template", "java", "--dialect-sections", "h2", "-m", "x");
    assertThat(sections.code()).isEqualTo(2);
    assertThat(sections.err()).contains("a revision in Java has none");
    Result unknown = cli.run("revision", "--template", "jawa");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("sql", "java");
    try (Stream<Path> files = Files.list(folder.resolve("revisions"))) {
      assertThat(files).hasSize(1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSourceIsOpenedInTheEditor() throws IOException {
    Path editor = folder.resolve("editor.sh");
    Files.writeString(editor, "#!/bin/sh\necho edited > \"$1.seen\"\n");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        editor.toFile().setExecutable(true), "needs files that can be run");

    Result edit = project().with("EDITOR", editor.toString()).run("edit", "head");

    assertThat(edit.code()).as(edit.err()).isZero();
    assertThat(folder.resolve("revisions/aa01_create_customer.java.seen")).exists();
    assertThat(List.of(edit.out())).containsExactly("");
  }
}
