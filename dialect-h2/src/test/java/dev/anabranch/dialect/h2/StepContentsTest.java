package dev.anabranch.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.PlanException;
import dev.anabranch.engine.StepContents;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.AddColumn;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.revision.Direction;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.contract.RevisionFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a revision does, told without a database; H2 stands for every product here. */
class StepContentsTest {

  private final Dialect dialect = new H2DialectProvider().offline("h2");
  private final RevisionFiles files;

  StepContentsTest(@TempDir Path project) {
    files = new RevisionFiles(project);
  }

  private StepContents read(String id, Direction direction) {
    RevisionScripts scripts =
        RevisionScripts.load(
            ScriptOptions.of(ScriptLocation.Folder.of(files.folder())),
            getClass().getClassLoader());
    RevisionScript script = scripts.script(id).orElseThrow();
    return StepContents.read(script, direction, dialect, NamingConvention.standard());
  }

  @Test
  void splitsTheSectionOfTheProduct() {
    files
        .revision("a1")
        .upgrade("CREATE TABLE a (id INT)", "INSERT INTO a VALUES (1)")
        .with("-- @upgrade mysql\nCREATE TABLE other (id INT);\n")
        .write();

    StepContents contents = read("a1", Direction.UPGRADE);

    assertThat(contents.sql())
        .containsExactly("CREATE TABLE a (id INT)", "INSERT INTO a VALUES (1)");
    assertThat(contents.asksDatabase()).isFalse();
    assertThat(contents.parts()).extracting(part -> part.location().line()).containsExactly(4, 5);
    assertThat(contents.checksum()).hasSize(64);
  }

  @Test
  void tellsOperationsWithTheirStatementsAndPlaces() {
    files.java(
        "b1",
        "",
        """
          @Override public void upgrade(Operations op) {
            op.createTable("b", column("id", bigint()).primaryKey());
            op.addColumn("b", column("name", varchar(10)));
          }
          @Override public void downgrade(Operations op) {
            op.dropTable("b");
          }
        """);

    StepContents contents = read("b1", Direction.UPGRADE);

    assertThat(contents.parts())
        .extracting(part -> part.operation().orElseThrow())
        .hasExactlyElementsOfTypes(CreateTable.class, AddColumn.class);
    assertThat(contents.parts().get(1).sql())
        .containsExactly("ALTER TABLE \"B\" ADD COLUMN \"NAME\" VARCHAR(10)");
    assertThat(contents.parts()).extracting(part -> part.location().line()).containsExactly(12, 13);
    assertThat(read("b1", Direction.DOWNGRADE).sql()).containsExactly("DROP TABLE \"B\"");
  }

  @Test
  void knowsNoPartOfWhatAsksTheDatabase() {
    files.java(
        "c1",
        "irreversible = \"data is gone\"",
        """
          @Override public void upgrade(Operations op) {
            op.createTable("c", column("id", bigint()).primaryKey());
            op.query("SELECT 1");
          }
          @Override public void downgrade(Operations op) {}
        """);

    StepContents contents = read("c1", Direction.UPGRADE);

    assertThat(contents.asksDatabase()).isTrue();
    assertThat(contents.asked()).contains("op.query");
    assertThat(contents.parts()).isEmpty();
  }

  @Test
  void refusesWhatARunRefuses() {
    files.revision("d1").with("-- @upgrade mysql\nCREATE TABLE d (id INT);\n").write();

    assertThatThrownBy(() -> read("d1", Direction.UPGRADE))
        .isInstanceOfSatisfying(
            PlanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_SECTION))
        .hasMessageStartingWith("Cannot upgrade d1: ")
        .hasMessageEndingWith("has no @upgrade section for h2 and no plain one.");
  }
}
