package dev.anabranch.dialect;

import dev.anabranch.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads what a database consists of. Immutable and safe for use by several threads.
 *
 * <p>It asks a fixed number of catalogue queries, whatever the number of tables, and changes
 * nothing. What it returns is in the server's normal form and in a fixed order: two databases that
 * are alike give equal values.
 */
@FunctionalInterface
public interface SchemaInspector {

  /**
   * Reads one or several schemas.
   *
   * <p>Objects of the connection's current schema have no schema in their names, all others have.
   * Members of extensions, recycled and system objects are left out.
   *
   * @param connection an open connection; its transaction state is left as it is
   * @param request what to read
   * @throws SQLException if the server refuses
   */
  DatabaseSchema inspect(Connection connection, InspectionRequest request) throws SQLException;

  /**
   * Reads how far the sequences of the schemas have counted, and the identities of their tables. As
   * for {@link #inspect}, the number of queries does not grow with the number of objects.
   *
   * @param connection an open connection; its transaction state is left as it is
   * @param request what to read
   * @return the positions, sorted by name; none where the product counts nothing
   * @throws SQLException if the server refuses
   */
  default List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    return List.of();
  }

  /**
   * Returns an inspector for one database that is read again and again, as a verification does. It
   * gives what this one gives, and where the product can tell what has changed it asks for that
   * alone.
   *
   * @return an inspector that remembers what it has read, for one database and one thread; this one
   *     where there is nothing to be gained
   */
  default SchemaInspector remembering() {
    return this;
  }
}
