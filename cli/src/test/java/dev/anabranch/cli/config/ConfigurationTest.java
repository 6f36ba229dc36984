package dev.anabranch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.CliRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private static final String FILE =
      """
      revisions = ["db/one", "db/two"]
      lock-timeout = 5

      [database]
      url = "jdbc:h2:mem:main"
      user = "app"
      password = "${SHOP_PASSWORD}"

      [database.reporting]
      url = "jdbc:h2:mem:reporting"
      revisions = ["reporting"]
      """;

  @TempDir Path folder;

  private CliRun project() {
    return CliRun.in(folder).file("anabranch.toml", FILE);
  }

  @Nested
  class WhereAValueComesFrom {
    @Test
    void theFileThenTheDefault() {
      assertThat(project().with("SHOP_PASSWORD", "geheim").run("config").lines())
          .containsExactly(
              "revisions          db/one, db/two                   anabranch.toml:1",
              "recursive          false                            default",
              "file-name          {id}_{slug}                      default",
              "timezone           UTC                              default",
              "version-table      anabranch_version                default",
              "transaction        revision                         default",
              "lock-timeout       5                                anabranch.toml:2",
              "name-primary-key   pk_{table}                       default",
              "name-unique        uq_{table}_{columns}             default",
              "name-foreign-key   fk_{table}_{columns}_{referred}  default",
              "name-check         ck_{table}_{columns}             default",
              "name-exclusion     ex_{table}_{columns}             default",
              "name-index         ix_{table}_{columns}             default",
              "name-unique-index  ux_{table}_{columns}             default",
              "database.url       jdbc:h2:mem:main                 anabranch.toml:5",
              "database.user      app                              anabranch.toml:6",
              "database.password  ***                              anabranch.toml:7");
    }

    @Test
    void theEnvironmentBeforeTheFile() {
      assertThat(
              project()
                  .with("ANABRANCH_REVISIONS", "a, b")
                  .with("ANABRANCH_LOCK_TIMEOUT", "2m")
                  .with("ANABRANCH_DATABASE_URL", "jdbc:h2:mem:other")
                  .run("config")
                  .out())
          .contains("a, b", "ANABRANCH_REVISIONS", "2m", "jdbc:h2:mem:other");
    }

    @Test
    void theCommandLineBeforeTheEnvironment() {
      assertThat(
              project()
                  .with("ANABRANCH_DATABASE_URL", "jdbc:h2:mem:other")
                  .run("config", "--set", "database.url=jdbc:h2:mem:mine")
                  .out())
          .contains("jdbc:h2:mem:mine", "--set")
          .doesNotContain("other");
    }

    @Test
    void aNamedDatabaseLacksWhatIsAbove() {
      assertThat(project().with("SHOP_PASSWORD", "x").run("config", "-n", "reporting").out())
          .contains("database.reporting.url", "database.reporting.revisions", "database.user")
          .doesNotContain("db/one");
    }

    @Test
    void aVariableOfANamedDatabase() {
      assertThat(
              project()
                  .with("ANABRANCH_DATABASE_REPORTING_URL", "jdbc:h2:mem:elsewhere")
                  .run("config", "-n", "reporting")
                  .out())
          .contains("jdbc:h2:mem:elsewhere", "ANABRANCH_DATABASE_REPORTING_URL");
    }
  }

  @Nested
  class Variables {
    @Test
    void areAskedForOnlyWhereTheirValueIsUsed() {
      CliRun cli = project().file("db/one/keep", "").file("db/two/keep", "");

      assertThat(cli.run("heads").code()).isZero();
      CliRun.Result current = cli.run("current");
      assertThat(current.err())
          .contains(
              "Error: Cannot use the configuration \"anabranch.toml\": 1 problem. [ANB-3102]",
              "  anabranch.toml:7: ${SHOP_PASSWORD} has no value.",
              "    Set the environment variable, or add -x NAME=VALUE.");
      assertThat(current.code()).isEqualTo(3);
    }

    @Test
    void comeFromTheCommandLineFirst() {
      assertThat(
              CliRun.in(folder)
                  .file("anabranch.toml", "version-table = \"v_${tenant}\"")
                  .with("tenant", "environment")
                  .run("config", "-x", "tenant=north")
                  .out())
          .contains("v_north");
    }

    @Test
    void nameTheFolderOfTheFileAndLeaveADoubledDollarAlone() {
      assertThat(
              CliRun.in(folder)
                  .file(
                      "sub/anabranch.toml",
                      "[database]\nurl = \"jdbc:h2:file:${project}/x;INIT=$${y}\"")
                  .run("config", "-C", "sub")
                  .out())
          .contains("jdbc:h2:file:" + folder.resolve("sub") + "/x;INIT=${y}");
    }
  }

  @Nested
  class Mistakes {
    @Test
    void areReportedTogetherWithLineAndNearestKey() {
      CliRun.Result result =
          CliRun.in(folder)
              .file(
                  "anabranch.toml",
                  """
                  revision = ["x"]
                  recursive = "yes"
                  url = "jdbc:h2:mem:x"
                  [database]
                  passwort = "x"
                  transaction = "all"
                  [database.default]
                  [database.rep]
                  user = 5
                  frobnicate = 1
                  """)
              .run("heads");

      assertThat(result.err())
          .isEqualTo(
              """
              Error: Cannot use the configuration "anabranch.toml": 8 problems. [ANB-3102]
                anabranch.toml:1: Unknown key "revision".
                  Did you mean "revisions"?
                anabranch.toml:2: The value of "recursive" is not true or false.
                anabranch.toml:3: Key "url" belongs in the section [database].
                  Move it below the line [database].
                anabranch.toml:5: Unknown key "passwort" in [database].
                  Did you mean "password"?
                anabranch.toml:6: Key "transaction" stands in the section [database].
                  Keys for every database stand above the first section.
                anabranch.toml:7: A database cannot be named "default".
                  That is what the section [database] itself is called.
                anabranch.toml:9: The value of "user" is not a string in quotes.
                anabranch.toml:10: Unknown key "frobnicate" in [database.rep].
                  Known keys are revisions, recursive, file-name, timezone, class-path, version-table, transaction, lock-timeout, name-primary-key, name-unique, name-foreign-key, name-check, name-exclusion, name-index, name-unique-index, url, user, password, dialect.
              """);
      assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void patternsOfNamesTellTablesApart() {
      CliRun.Result result =
          CliRun.in(folder).file("anabranch.toml", "name-index = \"ix_{columns}\"\n").run("heads");

      assertThat(result.err())
          .contains(
              "anabranch.toml:1: The value \"ix_{columns}\" of \"name-index\" has no {table} in it.",
              "Two tables would get the same names.");
      assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void ofKeysAndOfValuesAreReportedTogether() {
      CliRun.Result result =
          CliRun.in(folder)
              .file("anabranch.toml", "revisons = [\"x\"]\ntransaction = \"some\"\n")
              .run("heads");

      assertThat(result.err())
          .contains("2 problems", "Unknown key \"revisons\"", "\"some\" of \"transaction\"");
      assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void ofFormHaveTheirLines() {
      CliRun.Result result =
          CliRun.in(folder)
              .file("anabranch.toml", "revisions = [\n\n[database\nurl = 1 2\n")
              .run("heads");

      assertThat(result.err()).contains("anabranch.toml:").contains("[ANB-3102]");
      assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void ofValuesAreReportedTogetherWithTheirOrigin() {
      CliRun.Result result =
          CliRun.in(folder)
              .file("anabranch.toml", "timezone = \"Nowhere/Land\"\ntransaction = \"some\"\n")
              .with("ANABRANCH_LOCK_TIMEOUT", "soon")
              .run("heads", "--set", "recursive=maybe");

      assertThat(result.err())
          .contains(
              "4 problems",
              "anabranch.toml:1: The value \"Nowhere/Land\" of \"timezone\" is no time zone.",
              "anabranch.toml:2: The value \"some\" of \"transaction\" is not revision, all or none.",
              "ANABRANCH_LOCK_TIMEOUT: The value \"soon\" of \"lock-timeout\" is no span of time.",
              "--set: The value \"maybe\" of \"recursive\" is not true or false.");
      assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void ofEncodingAreNamed() throws Exception {
      Files.write(
          folder.resolve("anabranch.toml"),
          "revisions = \"gr\u00fcn\"".getBytes(StandardCharsets.ISO_8859_1));

      CliRun.Result result = CliRun.in(folder).run("heads");

      assertThat(result.err())
          .startsWith(
              "Error: Cannot read the configuration \"anabranch.toml\": it is not UTF-8 text.");
      assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsNone() {
      assertThat(
              CliRun.in(folder)
                  .file("anabranch.toml", "\uFEFFrevisions = [\"r\"]\n")
                  .file("r/keep", "")
                  .run("heads")
                  .code())
          .isZero();
    }
  }

  @Test
  void aProjectAboveIsNotTakenButNamed() {
    CliRun.in(folder).file("anabranch.toml", "").file("deep/down/keep", "");

    CliRun.Result result = CliRun.in(folder.resolve("deep/down")).run("heads");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("Hint: There is a project in \"" + folder + "\": add -C " + folder + ".");
  }

  @Test
  void aMissingProjectIsAnsweredWithInit() {
    assertThat(CliRun.in(folder).run("heads").err()).contains("`anabranch init`");
  }

  @Test
  void severalDatabasesWithoutAChoiceAreRefused() {
    CliRun.Result result =
        CliRun.in(folder)
            .file(
                "anabranch.toml",
                "revisions = [\"r\"]\n[database.a]\nurl=\"jdbc:h2:mem:a\"\n[database.b]\nurl=\"jdbc:h2:mem:b\"\n")
            .file("r/keep", "")
            .run("current");

    assertThat(result.err())
        .contains("has a, b, and none without a name. [ANB-3104]", "Add -n NAME, or --all");
    assertThat(result.code()).isEqualTo(2);
  }
}
