package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresInspection.KnownTable;
import dev.anabranch.dialect.postgres.PostgresRelations.Rows;
import dev.anabranch.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one database again and again, and asks only for the tables and views that have changed
 * since the last time. For one thread.
 *
 * <p>The texts that the server gives of a table or view name other objects. Those of tables that
 * have not changed are still right as long as none of these has another name: where that may be so,
 * everything is read anew.
 */
final class PostgresRememberingInspector implements SchemaInspector {

  private final ServerVersion version;
  private @Nullable Memory memory;

  PostgresRememberingInspector(ServerVersion version) {
    this.version = version;
  }

  /** What was read the last time. */
  private record Memory(
      InspectionRequest request,
      PostgresStamps stamps,
      PostgresRelations relations,
      Map<Long, KnownTable> tables) {

    /** Returns the tables that are not among those that have changed. */
    Map<Long, KnownTable> without(Set<Long> changed) {
      Map<Long, KnownTable> same = new HashMap<>(tables);
      same.keySet().removeAll(changed);
      return same;
    }
  }

  @Override
  public DatabaseSchema inspect(Connection connection, InspectionRequest request)
      throws SQLException {
    Memory last = memory;
    memory = null;
    PostgresCatalogue catalogue = new PostgresCatalogue(connection);
    PostgresScope scope = PostgresScope.of(catalogue, request);
    PostgresRelations.Source source =
        new PostgresRelations.Source(catalogue, version, scope.numbers());
    // Before all else: what changes in between is seen the next time.
    PostgresStamps stamps = PostgresStamps.read(catalogue);
    PostgresRelations relations = null;
    Map<Long, KnownTable> tables = Map.of();
    if (last != null && last.request().equals(request)) {
      Set<Long> changed = stamps.changedSince(last.stamps());
      relations = mended(last, stamps, changed, source);
      tables = relations == null ? Map.of() : last.without(changed);
    }
    if (relations == null) {
      relations = source.all();
    }
    PostgresInspection inspection = new PostgresInspection(catalogue, version, scope, relations);
    DatabaseSchema schema = inspection.read(tables);
    memory = new Memory(request, stamps, relations, inspection.tables());
    return schema;
  }

  // Null where something may have another name. Each change counts as one of what is no table, such
  // as a view, a sequence or a partition.
  private static @Nullable PostgresRelations mended(
      Memory last, PostgresStamps stamps, Set<Long> changed, PostgresRelations.Source source)
      throws SQLException {
    if (!stamps.elsewhere().equals(last.stamps().elsewhere())) {
      return null;
    }
    Map<Long, Rows> known = last.relations().byNumber();
    boolean others =
        changed.stream()
            .filter(last.stamps().relations()::containsKey)
            .map(known::get)
            .anyMatch(rows -> rows == null || !rows.relation().isTable());
    if (others) {
      return null;
    }
    PostgresRelations newer = source.only(changed);
    for (Rows rows : newer.byNumber().values()) {
      Rows before = known.get(rows.relation().oid());
      if (before != null && renamed(before, rows)) {
        return null;
      }
    }
    Set<Long> present = stamps.relations().keySet();
    return last.relations()
        .where(number -> present.contains(number) && !changed.contains(number), newer);
  }

  private static boolean renamed(Rows before, Rows now) {
    if (before.relation().schema() != now.relation().schema()
        || !before.relation().name().equals(now.relation().name())) {
      return true;
    }
    Map<Long, String> names = new HashMap<>();
    now.columns().forEach(row -> names.put(row.number(), row.name()));
    return before.columns().stream()
        .anyMatch(row -> !names.getOrDefault(row.number(), row.name()).equals(row.name()));
  }

  @Override
  public List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    return new PostgresInspector(version).sequencePositions(connection, request);
  }
}
