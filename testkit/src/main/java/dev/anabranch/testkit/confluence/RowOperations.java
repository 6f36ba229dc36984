package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.DeleteRows;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlValue;
import dev.anabranch.testkit.confluence.SchemaObject.Kind;
import java.util.Collection;

/** Notes what operations on rows touch. */
final class RowOperations {

  private final FootprintBuilder found;
  private final TableWork tables;
  private final SqlFootprint sql;
  private final Dialect dialect;

  RowOperations(FootprintBuilder found, SqlFootprint sql, Dialect dialect) {
    this.found = found;
    this.tables = new TableWork(found);
    this.sql = sql;
    this.dialect = dialect;
  }

  void insert(InsertRows operation) {
    ObjectName table = ObjectName.of(operation.table());
    tables.writeRows(table);
    columns(table, operation.columns());
    operation.rows().forEach(row -> row.forEach(value -> written(table, value)));
  }

  void update(UpdateRows operation) {
    ObjectName table = ObjectName.of(operation.table());
    tables.writeRows(table);
    columns(table, operation.assignments().keySet());
    operation.assignments().values().forEach(value -> written(table, value));
    condition(table, operation.condition());
  }

  void delete(DeleteRows operation) {
    ObjectName table = ObjectName.of(operation.table());
    tables.writeRows(table);
    condition(table, operation.condition());
  }

  private void columns(ObjectName table, Collection<Identifier> columns) {
    columns.forEach(column -> found.usesColumn(table, ObjectName.of(column)));
  }

  private void written(ObjectName table, SqlValue value) {
    if (value instanceof SqlValue.NextValue next) {
      ObjectName sequence = ObjectName.of(next.sequence());
      found.add(SchemaObject.of(Kind.RELATION, sequence), Access.Kind.WRITE, "", "sequence");
    } else if (value instanceof SqlValue.Computed computed) {
      sql.expression(table, text(computed.expression()));
    }
  }

  private void condition(ObjectName table, Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      found.usesColumn(table, ObjectName.of(comparison.column()));
      written(table, comparison.value());
    } else if (condition instanceof Condition.In in) {
      found.usesColumn(table, ObjectName.of(in.column()));
    } else if (condition instanceof Condition.All all) {
      all.conditions().forEach(each -> condition(table, each));
    } else if (condition instanceof Condition.Any any) {
      any.conditions().forEach(each -> condition(table, each));
    } else if (condition instanceof Condition.Written expression) {
      sql.expression(table, text(expression.expression()));
    }
  }

  private String text(SqlExpression expression) {
    return expression.forDialect(dialect.names()).text();
  }
}
