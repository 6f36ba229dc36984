package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlStyle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the dictionary about some schemas, and names what it finds. */
final class OracleCatalogue {

  // The usual ten rows at a time cost a journey for every ten columns of a schema.
  private static final int ROWS_AT_A_TIME = 500;

  private static final String RECYCLED = "BIN$";

  private final Connection connection;
  private final SqlStyle style;
  private final String currentSchema;
  private final List<String> schemas;
  private final Set<Name> leftOut = new HashSet<>();

  OracleCatalogue(Connection connection, SqlStyle style, InspectionRequest request)
      throws SQLException {
    this.connection = connection;
    this.style = style;
    this.currentSchema = currentSchema(connection, style);
    NameFolding folding = style.folding();
    this.schemas =
        request.schemas().isEmpty()
            ? List.of(currentSchema)
            : request.schemas().stream().map(folding::toServer).distinct().toList();
    for (QualifiedName table : request.leftOut()) {
      leftOut.add(
          new Name(
              table.schema().map(folding::toServer).orElse(currentSchema),
              folding.toServer(table.name())));
    }
  }

  private static String currentSchema(Connection connection, SqlStyle style) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OracleQuery.currentSchema(style))) {
      row.next();
      return row.getString(1);
    }
  }

  /** Returns the rows of a query, in no order. */
  List<OracleRow> rows(OracleQuery query) throws SQLException {
    List<String> columns = query.columns();
    List<OracleRow> rows = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(query.sql(style, schemas.size()))) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      for (int i = 0; i < schemas.size(); i++) {
        statement.setString(i + 1, schemas.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(OracleRow.read(result, columns));
        }
      }
    }
    return rows;
  }

  /** Returns how names and values are written. */
  SqlStyle style() {
    return style;
  }

  /** Returns the schema in which names without one are read. */
  String currentSchema() {
    return currentSchema;
  }

  /** Returns whether a table, and so all that belongs to it, is left out. */
  boolean isLeftOut(Name table) {
    return leftOut.contains(table) || isRecycled(table.name());
  }

  /** Returns whether something lies in the recycle bin. */
  static boolean isRecycled(String name) {
    return name.startsWith(RECYCLED);
  }

  /** Returns a name as schemas hold it. */
  Identifier name(String serverName) {
    return style.folding().fromServer(serverName);
  }

  /** Returns the names of columns as schemas hold them. */
  List<Identifier> names(List<String> serverNames) {
    return serverNames.stream().map(this::name).toList();
  }

  /** Returns a name as schemas hold it, without the current schema. */
  QualifiedName name(Name object) {
    Optional<Identifier> schema =
        object.schema().equals(currentSchema)
            ? Optional.empty()
            : Optional.of(name(object.schema()));
    return new QualifiedName(schema, name(object.name()));
  }

  /** Returns the name of something that belongs to a table, with the table's name in front. */
  QualifiedName name(Name table, String member) {
    QualifiedName owner = name(table);
    return owner.sibling(Identifier.of(owner.name() + "." + name(member)));
  }
}
