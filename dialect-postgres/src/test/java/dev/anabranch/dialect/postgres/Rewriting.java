package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.operation.AddConstraint;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops what was read of a database and creates it again by operations, so that what is read then
 * can be compared: the model holds all that the server needs.
 */
final class Rewriting {

  private final Connection connection;
  private final DatabaseSchema schema;
  private final PostgresDdl ddl;

  Rewriting(Connection connection, DatabaseSchema schema) throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.ddl = new PostgresDdl((PostgresDialect) new PostgresDialectProvider().dialect(connection));
  }

  /** Drops tables, views and sequences with all that depends on them. */
  void drop() throws SQLException {
    for (View view : schema.views()) {
      String kind = view.kind() == View.Kind.MATERIALIZED ? "MATERIALIZED VIEW" : "VIEW";
      drop(kind, view.name());
    }
    for (Table table : schema.tables()) {
      drop("TABLE", table.name());
    }
    for (var sequence : schema.sequences()) {
      drop("SEQUENCE", sequence.name());
    }
  }

  private void drop(String kind, QualifiedName name) throws SQLException {
    execute("DROP " + kind + " IF EXISTS " + PostgresDialect.STYLE.quote(name) + " CASCADE");
  }

  /**
   * Creates all of it again: tables before their foreign keys; routines, which may have gone with a
   * table, and views as soon as what they need is there.
   */
  void create() throws SQLException {
    for (var sequence : schema.sequences()) {
      run(new CreateSequence(sequence, Existence.STRICT));
    }
    for (OtherObject other : schema.others()) {
      if (other.kind().equals("owned sequence")) {
        execute("CREATE SEQUENCE " + PostgresDialect.STYLE.quote(other.name()));
      }
    }
    List<String> routines =
        schema.others().stream()
            .filter(other -> List.of("function", "procedure").contains(other.kind()))
            .map(OtherObject::definition)
            .toList();
    List<Operation> later = new ArrayList<>();
    schema.tables().forEach(table -> later.add(new CreateTable(without(table), Existence.STRICT)));
    schema.views().forEach(view -> later.add(new CreateView(view, Existence.STRICT)));
    untilAllIsThere(
        Stream.concat(
                later.stream()
                    .map(each -> ddl.compile(each).stream().map(DdlStatement::sql).toList()),
                routines.stream().map(List::of))
            .toList());
    for (Table table : schema.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        run(new AddConstraint(table.name(), key));
      }
    }
  }

  private static Table without(Table table) {
    List<TableConstraint> constraints =
        table.constraints().stream().filter(each -> !(each instanceof ForeignKey)).toList();
    return table.withConstraints(constraints);
  }

  private void untilAllIsThere(List<List<String>> wanted) throws SQLException {
    List<List<String>> open = wanted;
    while (!open.isEmpty()) {
      List<List<String>> failed = new ArrayList<>();
      List<String> reasons = new ArrayList<>();
      for (List<String> statements : open) {
        try {
          for (String sql : statements) {
            execute(sql);
          }
        } catch (SQLException e) {
          reasons.add(statements.get(0) + "\n" + e.getMessage());
          failed.add(statements);
        }
      }
      assertThat(failed).as(() -> String.join("\n\n", reasons)).hasSizeLessThan(open.size());
      open = failed;
    }
  }

  private void run(Operation operation) throws SQLException {
    for (DdlStatement statement : ddl.compile(operation)) {
      execute(statement.sql());
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
