package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.CliRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merging tells of branches, without a database. */
class MergeCommandTest {

  @TempDir Path folder;

  private CliRun fork(String one, String other) {
    return CliRun.in(folder)
        .file("anabranch.toml", "revisions = [\"revisions\"]\n")
        .file(
            "revisions/o1.sql",
            revision("o1", "", "CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40));"))
        .file("revisions/a1.sql", revision("a1", "-- @revises o1\n", one))
        .file("revisions/b1.sql", revision("b1", "-- @revises o1\n", other));
  }

  private static String revision(String id, String header, String upgrade) {
    return "-- @revision "
        + id
        + "\n"
        + header
        + "\n-- @upgrade\n"
        + upgrade
        + "\n\n-- @irreversible this is a test\n";
  }

  private static Result merge(CliRun run, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "merge";
    words[1] = "--rev-id";
    words[2] = "m1";
    System.arraycopy(more, 0, words, 3, more.length);
    return run.run(words);
  }

  @Test
  void whatHasNothingInCommonCommutes() {
    Result merged = merge(fork("CREATE TABLE a (id INT);", "CREATE TABLE b (id INT);"));

    assertThat(merged.code()).isZero();
    assertThat(merged.lines()).hasSize(1);
    assertThat(merged.err())
        .isEqualTo("The branches commute (h2, mariadb, mysql, oracle, postgresql).\n");
  }

  @Test
  void onlyTheConfiguredOrNamedProductCounts() {
    CliRun run = fork("CREATE TABLE a (id INT);", "CREATE TABLE b (id INT);");
    Result named = merge(run, "--dialect", "postgresql");
    run.file("anabranch.toml", "[database]\nurl = \"jdbc:h2:mem:x\"\n");
    Result configured = run.run("merge", "a1", "b1", "--rev-id", "m2", "--splice");

    assertThat(named.err()).isEqualTo("The branches commute (postgresql).\n");
    assertThat(configured.err()).isEqualTo("The branches commute (h2).\n");
    assertThat(merge(run, "--dialect", "db2").code()).isEqualTo(2);
  }

  @Test
  void whatContradictsIsNotMerged() {
    CliRun run =
        fork(
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(9);",
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(8);");

    Result refused = merge(run);

    assertThat(refused.code()).isEqualTo(10);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains(
            "contradicts: a1 and b1 both create column customer.phone\n",
            "Cannot merge a1 and b1: a1 and b1 both create column customer.phone. [ANB-3304]");
    assertThat(folder.resolve("revisions")).isDirectoryNotContaining("glob:**m1*");
    Result json = merge(run, "--json");
    assertThat(json.code()).isEqualTo(10);
    assertThat(json.err()).contains("\"code\" : \"ANB-3304\"");

    Result forced = merge(run, "--force");
    assertThat(forced.code()).isZero();
    assertThat(forced.err()).contains("contradicts: ");
    assertThat(folder.resolve("revisions")).isDirectoryContaining("glob:**m1*");
  }

  @Test
  void whereAnOrderIsNeededTheLineIsProposed() {
    CliRun run =
        fork(
            "ALTER TABLE customer RENAME TO client;",
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(9);");

    Result merged = merge(run);

    assertThat(merged.code()).isZero();
    assertThat(merged.err())
        .contains(
            "needs an order: b1 uses table customer, a1 renames it\n",
            "  Write into revisions/a1.sql:  -- @depends-on b1\n");
  }

  @Test
  void whatIsProposedSettlesTheOrder() {
    CliRun run =
        fork(
            "ALTER TABLE customer RENAME TO client;",
            "ALTER TABLE customer ADD COLUMN phone VARCHAR(9);");
    run.file(
        "revisions/a1.sql",
        revision(
            "a1", "-- @revises o1\n-- @depends-on b1\n", "ALTER TABLE customer RENAME TO client;"));

    assertThat(merge(run, "heads").err()).doesNotContain("needs an order");
  }

  @Test
  void whatIsOpenIsLeftToARun() {
    Result merged =
        merge(fork("UPDATE customer SET name = 'x';", "INSERT INTO customer (id) VALUES (1);"));

    assertThat(merged.code()).isZero();
    assertThat(merged.err())
        .contains(
            "open: a1 changes rows of customer, b1 changes them\n",
            "anabranch verify --confluence");
  }

  @Test
  void aProgramIsToldTheSame() {
    CliRun run =
        fork("ALTER TABLE customer DROP COLUMN name;", "CREATE INDEX ix_name ON customer (name);");

    Result merged = merge(run, "--json", "--dialect", "postgresql");

    assertThat(merged.err()).isEmpty();
    assertThat(merged.out())
        .contains(
            "\"id\" : \"m1\"",
            "\"verdict\" : \"needs an order\"",
            "\"products\" : [\n    \"postgresql\"\n  ]",
            "\"object\" : \"column customer.name\"",
            "\"line\" : \"-- @depends-on b1\"");
  }

  /** A section for one product is no reason to speak of the others. */
  @Test
  void productsThatARevisionIsNotWrittenForAreLeftOut() {
    CliRun run = fork("CREATE TABLE a (id INT);", "CREATE TABLE b (id INT);");
    run.file(
        "revisions/b1.sql",
        """
        -- @revision b1
        -- @revises o1

        -- @upgrade postgresql
        CREATE TABLE b (id INT);

        -- @irreversible this is a test
        """);

    assertThat(merge(run).err()).isEqualTo("The branches commute (postgresql).\n");
  }
}
