package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.NameFolding;
import dev.anabranch.sql.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks {@code INFORMATION_SCHEMA} about some schemas.
 *
 * <p>Its tables have no indexes: H2 makes all their rows anew each time one is read. So each is
 * read once, by itself, and what belongs together is put together here.
 */
final class H2Catalogue {

  /** Takes one row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** A table, view or other object as the server names it. */
  record ObjectName(String schema, String name) {}

  private final Connection connection;
  private final NameFolding folding;
  private final String currentSchema;
  private final List<String> schemas;
  private final Set<ObjectName> leftOut = new HashSet<>();

  H2Catalogue(Connection connection, NameFolding folding, InspectionRequest request)
      throws SQLException {
    this.connection = connection;
    this.folding = folding;
    this.currentSchema = connection.getSchema();
    this.schemas =
        request.schemas().isEmpty()
            ? List.of(currentSchema)
            : request.schemas().stream().map(folding::toServer).toList();
    for (QualifiedName table : request.leftOut()) {
      leftOut.add(
          new ObjectName(
              table.schema().map(folding::toServer).orElse(currentSchema),
              folding.toServer(table.name())));
    }
  }

  /**
   * Reads the rows of a query.
   *
   * @param sql the query; each of its parameters stands for the array of the schemas
   * @param reader takes the rows
   */
  void each(String sql, RowReader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setObject(i, schemas.toArray());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  /** Returns whether a table, and so all that belongs to it, is left out. */
  boolean isLeftOut(ObjectName table) {
    return leftOut.contains(table);
  }

  /** Returns whether a schema is the connection's own. */
  boolean isCurrent(String schema) {
    return schema.equals(currentSchema);
  }

  /** Returns a name as schemas hold it. */
  Identifier name(String serverName) {
    return folding.fromServer(serverName);
  }

  /** Returns the names of columns as schemas hold them. */
  List<Identifier> names(List<String> serverNames) {
    return serverNames.stream().map(this::name).toList();
  }

  /** Returns a name as schemas hold it, without the connection's own schema. */
  QualifiedName name(ObjectName object) {
    Optional<Identifier> schema =
        object.schema().equals(currentSchema)
            ? Optional.empty()
            : Optional.of(name(object.schema()));
    return new QualifiedName(schema, name(object.name()));
  }

  /** Returns the name of something that belongs to a table, with the table's name in front. */
  QualifiedName name(ObjectName table, String member) {
    QualifiedName owner = name(table);
    return owner.sibling(Identifier.of(owner.name() + "." + name(member)));
  }

  /** Returns a text of a row that may be null. */
  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** Returns the object that two columns of a row name. */
  static ObjectName object(ResultSet row, String schema, String name) throws SQLException {
    return new ObjectName(row.getString(schema), row.getString(name));
  }
}
