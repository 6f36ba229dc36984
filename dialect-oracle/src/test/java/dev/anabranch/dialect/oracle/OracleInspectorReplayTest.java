package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.oracle.replay.Row;
import dev.anabranch.dialect.oracle.replay.Tape;
import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The inspector on a tape, whose LONG columns behave as the driver's do. The tape is written from
 * the Database Reference and not recorded from a server.
 */
class OracleInspectorReplayTest {

  private final OracleDialect dialect = Compiled.dialect(19);
  private final Map<OracleQuery, Row> rows = new HashMap<>();

  /** Says the one row of a query; what stands in a LONG is given by itself. */
  private void row(OracleQuery query, String values, String longText) {
    Map<String, String> named = new HashMap<>();
    for (String each : values.split(" \\| ", -1)) {
      named.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }
    List<String> columns = query.columns();
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = named.getOrDefault(columns.get(i), "");
    }
    if (!longText.isEmpty()) {
      row[row.length - 1] = new Row.LongText(longText);
    }
    rows.put(query, Row.of(row));
  }

  @Test
  void longsAreReadOnceInTheirPlaces() throws SQLException {
    row(OracleQuery.TABLES, "OWNER=APP | TABLE_NAME=T", "");
    row(
        OracleQuery.COLUMNS,
        "OWNER=APP | TABLE_NAME=T | COLUMN_NAME=C | DATA_TYPE=DATE | COLUMN_ID=1",
        "SYSDATE ");
    row(
        OracleQuery.CONSTRAINTS,
        "OWNER=APP | TABLE_NAME=T | CONSTRAINT_NAME=CK | CONSTRAINT_TYPE=C | GENERATED=USER NAME",
        "c > SYSDATE");
    row(OracleQuery.VIEWS, "OWNER=APP | VIEW_NAME=V", "SELECT c FROM t");
    row(
        OracleQuery.MATERIALIZED_VIEWS,
        "OWNER=APP | MVIEW_NAME=M | CONTAINER_NAME=M",
        "SELECT c FROM t");
    Tape tape =
        new Tape().rows(OracleQuery.currentSchema(dialect.style()), List.of(), Row.of("APP"));
    for (OracleQuery query : OracleQuery.values()) {
      Optional<Row> row = Optional.ofNullable(rows.get(query));
      tape.rows(query.sql(dialect.style(), 1), List.of("APP"), row.stream().toArray(Row[]::new));
    }

    DatabaseSchema schema =
        dialect.inspector().inspect(tape.connection(), InspectionRequest.currentSchema());

    assertThat(tape.unused()).isEmpty();
    assertThat(schema.tables()).hasSize(1);
    Column column = schema.tables().get(0).columns().get(0);
    assertThat(SchemaWords.of(column.value())).isEqualTo("default SYSDATE");
    assertThat(schema.tables().get(0).constraints())
        .containsExactly(
            new CheckConstraint(Optional.of(Identifier.of("ck")), SqlExpression.of("c > SYSDATE")));
    assertThat(schema.views())
        .extracting(View::query)
        .containsExactly(SqlExpression.of("SELECT c FROM t"), SqlExpression.of("SELECT c FROM t"));
  }
}
