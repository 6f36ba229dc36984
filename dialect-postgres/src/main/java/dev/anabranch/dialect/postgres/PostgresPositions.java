package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.SequencePosition.Course;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Parameter;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Row;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlWriter;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how far sequences have counted. One query asks for all; those that have given no number
 * since they began, or began anew, are asked themselves by a second one, because {@code
 * pg_sequence_last_value} does not tell where they stand.
 */
final class PostgresPositions {

  /**
   * A sequence.
   *
   * @param last the last number given; empty if none is
   * @param table the table of the identity; empty for a sequence like any other
   */
  private record Counted(
      String schema,
      String name,
      String increment,
      Optional<String> last,
      String tableSchema,
      String table,
      String column) {

    static final String SQL =
        """
        SELECT n.nspname, c.relname, s.seqincrement, pg_catalog.pg_sequence_last_value(c.oid)::pg_catalog.text,
          tn.nspname, t.relname, a.attname
        FROM pg_catalog.pg_sequence s
          JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_catalog.pg_depend o ON o.classid = c.tableoid AND o.objid = c.oid
            AND o.objsubid = 0 AND o.refclassid = c.tableoid AND o.refobjsubid > 0
            AND o.deptype = 'i'
          LEFT JOIN pg_catalog.pg_class t ON t.oid = o.refobjid
          LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
          LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
        WHERE c.relnamespace = ANY (?)
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
            WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e')""";

    static Counted read(Row row) throws SQLException {
      return new Counted(
          row.text(), row.text(), row.text(), row.optional(), row.text(), row.text(), row.text());
    }
  }

  private final PostgresCatalogue catalogue;
  private final PostgresNames names;

  PostgresPositions(PostgresCatalogue catalogue, PostgresNames names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  List<SequencePosition> read(Parameter scope, Set<QualifiedName> leftOut) throws SQLException {
    List<Counted> all =
        catalogue.query(Counted.SQL, Counted::read, scope).stream()
            .filter(each -> each.table().isEmpty() || !leftOut.contains(table(each)))
            .toList();
    List<Counted> waiting = all.stream().filter(each -> each.last().isEmpty()).toList();
    Map<Counted, BigInteger> next = new HashMap<>();
    for (Counted each : all) {
      each.last()
          .ifPresent(
              last -> next.put(each, new BigInteger(last).add(new BigInteger(each.increment()))));
    }
    if (!waiting.isEmpty()) {
      catalogue.query(
          queryOf(waiting), row -> next.put(waiting.get(row.small()), new BigInteger(row.text())));
    }
    List<SequencePosition> positions = new ArrayList<>();
    next.forEach((each, number) -> positions.add(position(each, number)));
    return SequencePosition.sorted(positions);
  }

  // Such a sequence gives its "last" value as its first number.
  private static String queryOf(List<Counted> waiting) {
    SqlWriter query = PostgresDialect.STYLE.writer();
    for (int i = 0; i < waiting.size(); i++) {
      if (i > 0) {
        query.keyword("UNION ALL");
      }
      query
          .keyword("SELECT")
          .number(i)
          .raw(RawSql.of(", last_value"))
          .keyword("FROM")
          .name(QualifiedName.of(waiting.get(i).schema(), waiting.get(i).name()));
    }
    return query.toSql();
  }

  private SequencePosition position(Counted each, BigInteger next) {
    boolean identity = !each.table().isEmpty();
    Optional<Identifier> column =
        identity ? Optional.of(names.identifier(each.column())) : Optional.empty();
    return new SequencePosition(
        identity ? table(each) : names.of(each.schema(), each.name()),
        column,
        next,
        Course.of(new BigInteger(each.increment())));
  }

  private QualifiedName table(Counted each) {
    return names.of(each.tableSchema(), each.table());
  }
}
