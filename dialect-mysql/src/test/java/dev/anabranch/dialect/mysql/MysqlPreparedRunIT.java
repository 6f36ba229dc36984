package dev.anabranch.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.schema.Column;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.contract.DialectContract;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.MysqlControl;
import dev.anabranch.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Statements that the server puts together, in runs, in runs that are resumed, and in scripts. */
class MysqlPreparedRunIT {

  @RequiresServer("mysql")
  static class MysqlIT {
    @Nested
    class Runs extends PreparedRuns {}
  }

  @RequiresServer("mariadb")
  static class MariadbIT {
    @Nested
    class Runs extends PreparedRuns {}
  }

  abstract static class PreparedRuns extends DialectContract {

    private void write(String id, String parent, String upgrade, String downgrade) {
      revisions()
          .java(
              id,
              parent.isEmpty() ? "" : "revises = \"" + parent + "\"",
              "@Override public void upgrade(Operations op) {\n%s\n}\n".formatted(upgrade)
                  + "@Override public void downgrade(Operations op) {\n%s\n}\n"
                      .formatted(downgrade));
    }

    private void writeTables() {
      write(
          "a1",
          "",
          """
          op.createTable("a1", column("id", integer()).primaryKey(),
              column("note", varchar(20)).defaultValue("x; \\\\ 'y'").comment("it's; \\\\"));
          op.insertInto("a1", "id", "note").row(1, null).insert();
          """,
          "op.dropTable(\"a1\");");
      write(
          "b1",
          "a1",
          """
          op.insertInto("a1", "id").row(2).insert();
          op.alterColumn("a1", "note", notNull());
          op.ifNotExists().addColumn("a1", column("size", integer()));
          op.ifExists().dropIndex("a1", "nothing");
          """,
          """
          op.ifExists().dropColumn("a1", "size");
          op.alterColumn("a1", "note", nullable());
          op.delete("a1", Condition.equal("id", 2));
          """);
    }

    /** Whoever resumes has another session, in which nothing is prepared. */
    @Test
    void areResumedInAnotherSession() {
      writeTables();
      assertThatThrownBy(() -> anabranch().upgrade("heads"))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("alter column a1.note");
      assertThat(history()).last().asString().contains("b1 stopped 1 of 4");

      database().execute("UPDATE a1 SET note = 'z' WHERE id = 1");
      anabranch().resume(OptionalInt.empty());

      assertThat(rows()).containsExactly("b1");
      assertThat(query("SELECT id FROM a1 ORDER BY id")).containsExactly("1", "2");
      assertThat(column("note").isNullable()).isFalse();
      assertThat(column("note").comment()).hasValue("it's; \\");
      assertThat(column("size").isNullable()).isTrue();
      anabranch().downgrade("base");
      assertThat(has("a1")).isFalse();
    }

    private Column column(String name) {
      return anabranch()
          .inspect()
          .table(QualifiedName.of("a1"))
          .orElseThrow()
          .column(Identifier.of(name))
          .orElseThrow();
    }

    @Test
    void areFinishedByAScriptAsByARun(TestDatabase online, TestDatabase offline)
        throws IOException, SQLException {
      write(
          "a1",
          "",
          """
          op.createTable("a1", column("id", integer()).primaryKey(),
              column("note", varchar(20)).defaultValue("x; \\\\ 'y'").comment("it's; \\\\ -- $$"),
              column("kind", enumeration("kind", "a\\\\b", "c;d")));
          op.tableComment("a1", "back\\\\slash; and 'more'");
          op.createTable("b1", column("a_id", integer()));
          op.addConstraint("b1", foreignKey("a_id").references("a1", "id"));
          op.createIndex("b1", "a_id");
          """,
          "op.dropTable(\"b1\"); op.dropTable(\"a1\");");
      write(
          "b1",
          "a1",
          """
          op.alterColumn("a1", "note", notNull(), columnComment("other; \\\\"));
          op.ifNotExists().addColumn("a1", column("size", integer()));
          op.dropIndex("b1", "ix_b1_a_id");
          op.alterColumn("a1", "kind", defaultValue("a\\\\b"));
          """,
          "");
      Path script = Files.createTempFile(revisions().project(), "script", ".sql");
      StringBuilder text = new StringBuilder();
      anabranch().upgradeScript("heads", text);
      Files.writeString(script, text);

      anabranch().upgrade("heads");
      MysqlControl.ScriptRun run = MysqlControl.of(offline).runScript(script).orElseThrow();

      assertThat(run.succeeded()).as(run.output()).isTrue();
      try (FamilyDatabase one = new FamilyDatabase(online);
          FamilyDatabase two = new FamilyDatabase(offline)) {
        assertThat(two.showCreate("a1")).isEqualTo(one.showCreate("a1"));
        assertThat(two.showCreate("b1")).isEqualTo(one.showCreate("b1"));
        assertThat(two.column("a1", "note").comment()).hasValue("other; \\");
      }
    }
  }
}
