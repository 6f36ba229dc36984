package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Row;
import dev.anabranch.dialect.postgres.PostgresRows.OtherRow;
import dev.anabranch.schema.OtherObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads everything that no operation models, in one query: its parts all have the same columns.
 * Those are left out of which a query before it says that they would find nothing.
 *
 * <p>Objects that stand in no schema are those of the whole database. System objects have numbers
 * below 16384 (PostgreSQL 18 documentation, 52.4 "pg_collation" and the source's {@code
 * FirstNormalObjectId}); members of extensions and what belongs to a table that is left out are
 * left out as well.
 */
final class PostgresOtherObjects {

  private static final String SCOPE =
      """
      WITH scope(oid, name) AS MATERIALIZED (
        SELECT n.oid, n.nspname::pg_catalog.text FROM pg_catalog.pg_namespace n WHERE n.oid = ANY (?)),
      members(classid, objid) AS MATERIALIZED (
        SELECT e.classid, e.objid FROM pg_catalog.pg_depend e WHERE e.deptype = 'e')
      """;

  private static final String UNION = "\nUNION ALL\n";

  private static final String USED = PostgresOtherParts.used();

  private final PostgresCatalogue catalogue;
  private final ServerVersion version;
  private final PostgresNames names;

  PostgresOtherObjects(PostgresCatalogue catalogue, ServerVersion version, PostgresNames names) {
    this.catalogue = catalogue;
    this.version = version;
    this.names = names;
  }

  /**
   * Returns the objects.
   *
   * @param scope the numbers of the schemas
   * @param relations the tables and views that are not left out
   */
  List<OtherObject> read(Parameter scope, Set<Long> relations) throws SQLException {
    List<Integer> used = catalogue.query(USED, Row::small);
    if (used.isEmpty()) {
      return List.of();
    }
    String parts =
        used.stream()
            .distinct()
            .sorted()
            .map(place -> PostgresOtherParts.ALL.get(place).sql())
            .collect(Collectors.joining(UNION));
    String sql = PostgresRows.forRelease(SCOPE + parts, version);
    return catalogue.query(sql, OtherRow::read, scope).stream()
        .filter(row -> row.relation() == 0 || relations.contains(row.relation()))
        .map(
            row ->
                new OtherObject(row.kind(), names.of(row.schema(), row.name()), row.definition()))
        .toList();
  }
}
