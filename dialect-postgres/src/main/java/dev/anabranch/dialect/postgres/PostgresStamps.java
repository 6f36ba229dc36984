package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells, by one query, what has changed in the catalogue since an earlier one: a row that was
 * inserted or updated is another version of it, and no two versions have the same transaction and
 * the same place (PostgreSQL 18 documentation, 5.6 "System Columns").
 *
 * <p>What is written in place keeps its stamp: that are figures of {@code VACUUM} and {@code
 * ANALYZE}, which are no part of a schema.
 *
 * @param relations for each relation of users, how many rows of the catalogue it has, and their
 *     stamp; those of its indexes are its own
 * @param elsewhere the same of all that texts of any relation may name, and of the settings of the
 *     session on which such texts depend
 */
record PostgresStamps(Map<Long, Stamp> relations, Stamp elsewhere) {

  /** The rows of the catalogue about one thing. */
  record Stamp(long rows, long versions) {}

  private static final long ELSEWHERE = 0;

  // BIT_XOR and the hash of a row are there since 14.
  private static final int OLDEST_RELEASE = 14;

  // A type that belongs to a table, and the array that belongs to a type, come, go and are named
  // with it. With several schemas on the search path a new relation may hide another one, so that
  // texts change which nobody has touched: then nothing counts as known.
  private static final String SQL =
      """
      SELECT COALESCE(i.indrelid, v.owner), pg_catalog.count(*),
        pg_catalog.bit_xor(pg_catalog.hash_record_extended(ROW(v.catalogue, v.made, v.place), 0))
      FROM (
        SELECT c.oid, c.tableoid, c.xmin, c.ctid FROM pg_catalog.pg_class c WHERE c.oid >= 16384
        UNION ALL
        SELECT a.attrelid, a.tableoid, a.xmin, a.ctid FROM pg_catalog.pg_attribute a
        WHERE a.attrelid >= 16384 AND a.attnum > 0
        UNION ALL
        SELECT d.adrelid, d.tableoid, d.xmin, d.ctid FROM pg_catalog.pg_attrdef d
        UNION ALL
        SELECT k.conrelid, k.tableoid, k.xmin, k.ctid FROM pg_catalog.pg_constraint k WHERE k.oid >= 16384
        UNION ALL
        SELECT x.indrelid, x.tableoid, x.xmin, x.ctid FROM pg_catalog.pg_index x WHERE x.indexrelid >= 16384
        UNION ALL
        SELECT r.ev_class, r.tableoid, r.xmin, r.ctid FROM pg_catalog.pg_rewrite r WHERE r.oid >= 16384
        UNION ALL
        SELECT d.objoid, d.tableoid, d.xmin, d.ctid FROM pg_catalog.pg_description d WHERE d.objoid >= 16384
        UNION ALL
        SELECT h.inhrelid, h.tableoid, h.xmin, h.ctid FROM pg_catalog.pg_inherits h
        UNION ALL
        SELECT 0, e.tableoid, e.xmin, e.ctid FROM pg_catalog.pg_depend e WHERE e.deptype = 'e'
        UNION ALL
        SELECT 0, n.tableoid, n.xmin, n.ctid FROM pg_catalog.pg_namespace n
        UNION ALL
        SELECT 0, t.tableoid, t.xmin, t.ctid FROM pg_catalog.pg_type t
          LEFT JOIN pg_catalog.pg_type el ON el.oid = t.typelem AND el.typarray = t.oid
        WHERE t.oid >= 16384 AND t.typtype <> 'c' AND el.oid IS NULL
        UNION ALL
        SELECT 0, e.tableoid, e.xmin, e.ctid FROM pg_catalog.pg_enum e
        UNION ALL
        SELECT 0, p.tableoid, p.xmin, p.ctid FROM pg_catalog.pg_proc p WHERE p.oid >= 16384
        UNION ALL
        SELECT 0, o.tableoid, o.xmin, o.ctid FROM pg_catalog.pg_operator o WHERE o.oid >= 16384
        UNION ALL
        SELECT 0, o.tableoid, o.xmin, o.ctid FROM pg_catalog.pg_opclass o WHERE o.oid >= 16384
        UNION ALL
        SELECT 0, c.tableoid, c.xmin, c.ctid FROM pg_catalog.pg_collation c WHERE c.oid >= 16384
        UNION ALL
        SELECT 0, a.tableoid, a.xmin, a.ctid FROM pg_catalog.pg_am a WHERE a.oid >= 16384
        UNION ALL
        SELECT 0, c.tableoid, c.xmin, c.ctid FROM pg_catalog.pg_ts_config c WHERE c.oid >= 16384
        UNION ALL
        SELECT 0, d.tableoid, d.xmin, d.ctid FROM pg_catalog.pg_ts_dict d WHERE d.oid >= 16384
        UNION ALL
        SELECT 0, t.tableoid, t.xmin, t.ctid FROM pg_catalog.pg_tablespace t
      ) v(owner, catalogue, made, place)
        LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = v.owner
      GROUP BY 1
      UNION ALL
      SELECT 0, 1, pg_catalog.hashtextextended(pg_catalog.concat_ws(' ', pg_catalog.current_schemas(true)::pg_catalog.text,
        pg_catalog.current_setting('DateStyle'), pg_catalog.current_setting('IntervalStyle'),
        pg_catalog.current_setting('TimeZone'), pg_catalog.current_setting('bytea_output'),
        pg_catalog.current_setting('extra_float_digits'), pg_catalog.current_setting('lc_monetary'),
        pg_catalog.current_setting('quote_all_identifiers'),
        CASE WHEN pg_catalog.cardinality(pg_catalog.current_schemas(false)) > 1
          THEN pg_catalog.clock_timestamp() END), 0)""";

  /** Returns whether a release can tell. */
  static boolean areTold(ServerVersion version) {
    return version.major() >= OLDEST_RELEASE;
  }

  /** Asks for the stamps of now. */
  static PostgresStamps read(PostgresCatalogue catalogue) throws SQLException {
    Map<Long, Stamp> relations = new HashMap<>();
    catalogue.query(SQL, row -> relations.merge(row.number(), stamp(row), PostgresStamps::both));
    Stamp elsewhere = relations.remove(ELSEWHERE);
    return new PostgresStamps(relations, elsewhere == null ? new Stamp(0, 0) : elsewhere);
  }

  private static Stamp stamp(PostgresCatalogue.Row row) throws SQLException {
    return new Stamp(row.number(), row.number());
  }

  private static Stamp both(Stamp one, Stamp other) {
    return new Stamp(one.rows() + other.rows(), one.versions() ^ other.versions());
  }

  /** Returns the relations that are new or another since. */
  Set<Long> changedSince(PostgresStamps earlier) {
    Set<Long> changed = new HashSet<>();
    relations.forEach(
        (relation, stamp) -> {
          if (!stamp.equals(earlier.relations.get(relation))) {
            changed.add(relation);
          }
        });
    return changed;
  }
}
