package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.postgres.PostgresCatalogue.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the catalogue that tables, views, sequences and enum types are made of, with the
 * queries that return them (PostgreSQL 18 documentation, chapter 52 "System Catalogs").
 *
 * <p>Each query is for all schemas at once. Everything is named with its schema, so that the search
 * path does not matter but for the texts that the server itself puts together. What stands in
 * braces is replaced: what a release does not have, by its absence; {@code {only}}, by nothing or
 * by the condition that makes a query ask for some relations.
 */
final class PostgresRows {

  private PostgresRows() {}

  /** Returns a query for a release. */
  static String forRelease(String sql, ServerVersion version) {
    int major = version.major();
    return sql.replace("{compression}", major >= 14 ? "a.attcompression" : "NULL")
        .replace("{nullsnotdistinct}", major >= 15 ? "i.indnullsnotdistinct" : "false")
        .replace("{deletecolumns}", major >= 15 ? "k.confdelsetcols IS NOT NULL" : "false")
        .replace("{enforced}", major >= 18 ? "k.conenforced" : "true")
        .replace("{period}", major >= 18 ? "k.conperiod" : "false")
        .replace("{multirange}", major >= 14 ? "r.rngmultitypid" : "0");
  }

  /** Returns a query that can be asked for some relations, for all of them. */
  static String forAll(String sql) {
    return sql.replace("{only}", "");
  }

  /** Returns such a query for those relations of which the next parameter has the numbers. */
  static String forSome(String sql) {
    return sql.replace("{only}", " AND c.oid = ANY (?)");
  }

  /** A schema. */
  record Schema(long oid, String name, boolean current) {

    static final String SQL =
        """
        SELECT n.oid, n.nspname, n.nspname IS NOT DISTINCT FROM pg_catalog.current_schema()
        FROM pg_catalog.pg_namespace n
        WHERE n.nspname = ANY (?)
          OR (pg_catalog.cardinality(?) = 0 AND n.nspname = pg_catalog.current_schema())
        ORDER BY n.nspname""";

    static Schema read(Row row) throws SQLException {
      return new Schema(row.number(), row.text(), row.truth());
    }
  }

  /**
   * A table, view, materialized view or foreign table.
   *
   * @param kind as in {@code pg_class.relkind}
   */
  record Relation(
      long oid,
      long schema,
      String name,
      char kind,
      boolean unlogged,
      boolean partition,
      String rowSecurity,
      String accessMethod,
      String tablespace,
      List<String> parameters,
      List<String> toastParameters,
      String comment,
      String definition) {

    // Members of extensions are left out here, and with them all that belongs to them.
    static final String SQL =
        """
        SELECT c.oid, c.relnamespace, c.relname, c.relkind, c.relpersistence = 'u', c.relispartition,
          CASE WHEN c.relforcerowsecurity THEN 'FORCED' WHEN c.relrowsecurity THEN 'ENABLED' END,
          am.amname, ts.spcname, c.reloptions, tc.reloptions, d.description,
          CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid)
            WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END
        FROM pg_catalog.pg_class c
          LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
          LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
          LEFT JOIN pg_catalog.pg_class tc ON tc.oid = c.reltoastrelid
          LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid
            AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0
        WHERE c.relnamespace = ANY (?){only} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
            WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
              AND e.deptype = 'e')""";

    static Relation read(Row row) throws SQLException {
      return new Relation(
          row.number(),
          row.number(),
          row.text(),
          row.letter(),
          row.truth(),
          row.truth(),
          row.text(),
          row.text(),
          row.text(),
          row.texts(),
          row.texts(),
          row.text(),
          row.text());
    }

    boolean isTable() {
      return (kind == 'r' || kind == 'p') && !partition;
    }

    boolean isView() {
      return kind == 'v' || kind == 'm';
    }
  }

  /**
   * A column of a table.
   *
   * @param enumType the enum type of the column or of its elements; 0 for none
   * @param element the type of the elements of an array; empty for none
   * @param identity as in {@code pg_attribute.attidentity}
   * @param generated as in {@code pg_attribute.attgenerated}
   * @param storage as in {@code pg_attribute.attstorage}, unless it is as usual for the type
   */
  record ColumnRow(
      long relation,
      long number,
      String name,
      String type,
      long enumType,
      String element,
      boolean required,
      char identity,
      char generated,
      Optional<String> expression,
      Optional<String> collation,
      long collationNumber,
      String comment,
      char storage,
      char compression,
      int statistics,
      List<String> options) {

    // A default names no columns: without the table the server need not open each of them, which
    // would take most of the time.
    static final String SQL =
        """
        SELECT a.attrelid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
          CASE WHEN t.typtype = 'e' THEN t.oid WHEN et.typtype = 'e' THEN et.oid END,
          pg_catalog.format_type(et.oid, a.atttypmod),
          a.attnotnull, a.attidentity, a.attgenerated,
          pg_catalog.pg_get_expr(d.adbin,
            CASE WHEN a.attgenerated = '' THEN 0::pg_catalog.oid ELSE d.adrelid END),
          CASE WHEN co.oid IS NULL THEN NULL
            WHEN pg_catalog.pg_collation_is_visible(co.oid) THEN co.collname
            ELSE pg_catalog.format('"%s"."%s"', pg_catalog.replace((SELECT n.nspname::pg_catalog.text
              FROM pg_catalog.pg_namespace n WHERE n.oid = co.collnamespace), '"', '""'),
              pg_catalog.replace(co.collname::pg_catalog.text, '"', '""')) END,
          a.attcollation,
          ds.description,
          CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, {compression},
          COALESCE(a.attstattarget, -1), a.attoptions
        FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_catalog.pg_type et ON et.oid = t.typelem AND et.typarray = t.oid
          LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
            AND a.attcollation <> t.typcollation
          LEFT JOIN pg_catalog.pg_description ds ON ds.objoid = a.attrelid
            AND ds.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND ds.objsubid = a.attnum
        WHERE c.relnamespace = ANY (?){only} AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        ORDER BY a.attrelid, a.attnum""";

    static ColumnRow read(Row row) throws SQLException {
      return new ColumnRow(
          row.number(),
          row.number(),
          row.text(),
          row.text(),
          row.number(),
          row.text(),
          row.truth(),
          row.letter(),
          row.letter(),
          row.optional(),
          row.optional(),
          row.number(),
          row.text(),
          row.letter(),
          row.letter(),
          row.small(),
          row.texts());
    }
  }

  /** A column of a table in another schema, or of a partition, that a foreign key refers to. */
  record ReferredColumn(long relation, long number, String name) {

    static final String SQL =
        """
        SELECT a.attrelid, a.attnum, a.attname
        FROM pg_catalog.pg_attribute a
        WHERE a.attnum > 0 AND a.attrelid IN (SELECT k.confrelid FROM pg_catalog.pg_constraint k
          JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
          WHERE k.contype = 'f' AND k.connamespace = ANY (?)
            AND (f.relnamespace <> ALL (?) OR f.relispartition))""";

    static ReferredColumn read(Row row) throws SQLException {
      return new ReferredColumn(row.number(), row.number(), row.text());
    }
  }

  /** A sequence that the default of a column takes numbers from. */
  record DefaultSequence(long relation, long column, String schema, String name) {

    static final String SQL =
        """
        SELECT d.adrelid, d.adnum, n.nspname, s.relname
        FROM pg_catalog.pg_depend p
          JOIN pg_catalog.pg_attrdef d ON d.oid = p.objid
          JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
          JOIN pg_catalog.pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
          JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
        WHERE p.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
          AND p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND c.relnamespace = ANY (?){only}""";

    static DefaultSequence read(Row row) throws SQLException {
      return new DefaultSequence(row.number(), row.number(), row.text(), row.text());
    }
  }

  /**
   * A sequence.
   *
   * @param owner the table of the column it belongs to; 0 for none
   * @param ownerName table and column, with a dot between
   * @param ownership {@code i} for that of an identity, {@code a} for that of a serial column
   */
  record SequenceRow(
      long oid,
      long schema,
      String name,
      String type,
      String start,
      String increment,
      String minimum,
      String maximum,
      String cache,
      boolean cycle,
      String comment,
      long owner,
      long ownerColumn,
      String ownerName,
      char ownership) {

    // Sub-queries where there may be few sequences: a join would read the whole catalogue behind
    // it.
    static final String SQL =
        """
        SELECT c.oid, c.relnamespace, c.relname, pg_catalog.format_type(s.seqtypid, NULL),
          s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, ds.description,
          o.refobjid, o.refobjsubid, (SELECT oc.relname || '.' || oa.attname
            FROM pg_catalog.pg_class oc JOIN pg_catalog.pg_attribute oa ON oa.attrelid = oc.oid
            WHERE oc.oid = o.refobjid AND oa.attnum = o.refobjsubid), o.deptype
        FROM pg_catalog.pg_sequence s
          JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
          LEFT JOIN pg_catalog.pg_depend o ON o.classid = c.tableoid AND o.objid = c.oid
            AND o.objsubid = 0 AND o.refclassid = c.tableoid AND o.refobjsubid > 0
            AND o.deptype IN ('a', 'i')
          LEFT JOIN pg_catalog.pg_description ds ON ds.objoid = c.oid
            AND ds.classoid = c.tableoid AND ds.objsubid = 0
        WHERE c.relnamespace = ANY (?)
          AND (SELECT pg_catalog.count(*) FROM pg_catalog.pg_depend e
            WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e') = 0""";

    static SequenceRow read(Row row) throws SQLException {
      return new SequenceRow(
          row.number(),
          row.number(),
          row.text(),
          row.text(),
          row.text(),
          row.text(),
          row.text(),
          row.text(),
          row.text(),
          row.truth(),
          row.text(),
          row.number(),
          row.number(),
          row.text(),
          row.letter());
    }
  }

  /**
   * A constraint of a table.
   *
   * @param kind as in {@code pg_constraint.contype}
   * @param definition its text, for what the model has no words for; else empty
   * @param index the index behind it; 0 for none
   */
  record ConstraintRow(
      long relation,
      String name,
      char kind,
      List<Long> columns,
      long referred,
      String referredSchema,
      String referredName,
      List<Long> referredColumns,
      char onUpdate,
      char onDelete,
      char match,
      boolean deferrable,
      boolean deferred,
      String condition,
      List<String> operators,
      long index,
      String definition) {

    // A constraint with a parent is what a partitioned table has made of one, also where a foreign
    // key refers to it.
    static final String SQL =
        """
        SELECT k.conrelid, k.conname, k.contype, pg_catalog.array_to_string(k.conkey, ' '),
          k.confrelid, fn.nspname, f.relname, pg_catalog.array_to_string(k.confkey, ' '),
          k.confupdtype, k.confdeltype, k.confmatchtype, k.condeferrable, k.condeferred,
          CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END,
          CASE WHEN k.contype = 'x' THEN ARRAY(SELECT o.oprname::pg_catalog.text
            FROM pg_catalog.unnest(k.conexclop) WITH ORDINALITY x(oid, place)
              JOIN pg_catalog.pg_operator o ON o.oid = x.oid ORDER BY x.place) END,
          CASE WHEN k.contype IN ('p', 'u', 'x') THEN k.conindid END,
          CASE WHEN NOT k.convalidated OR (k.connoinherit AND k.contype IN ('c', 'n'))
              OR {deletecolumns} OR NOT {enforced} OR {period}
              OR (k.contype = 'f' AND EXISTS (SELECT FROM pg_catalog.unnest(k.conkey) n
                GROUP BY n HAVING pg_catalog.count(*) > 1))
            THEN pg_catalog.pg_get_constraintdef(k.oid) END
        FROM pg_catalog.pg_constraint k
          JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
          LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
          LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
        WHERE c.relnamespace = ANY (?){only} AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND k.conparentid = 0 AND (k.contype IN ('p', 'u', 'f', 'c', 'x')
            OR (k.contype = 'n' AND (k.connoinherit OR NOT k.convalidated)))""";

    static ConstraintRow read(Row row) throws SQLException {
      return new ConstraintRow(
          row.number(),
          row.text(),
          row.letter(),
          row.numbers(),
          row.number(),
          row.text(),
          row.text(),
          row.numbers(),
          row.letter(),
          row.letter(),
          row.letter(),
          row.truth(),
          row.truth(),
          row.text(),
          row.texts(),
          row.number(),
          row.text());
    }
  }

  /**
   * An index of a table or materialized view, also one that a constraint has made.
   *
   * @param columns the columns it sorts by and then those it includes; 0 for an expression
   * @param sorted how many it sorts by
   * @param orders the bits of {@code pg_index.indoption}
   * @param expressions the texts of the expressions, in order
   * @param classOptions the options of operator classes, each with the place of its part in front
   * @param state what else holds of it, in words
   * @param definition its whole text, where it is one of a materialized view
   */
  record IndexRow(
      long oid,
      long relation,
      String name,
      boolean unique,
      boolean nullsNotDistinct,
      boolean ofConstraint,
      String method,
      List<Long> columns,
      int sorted,
      List<Long> classes,
      List<Long> collations,
      List<Long> orders,
      List<String> expressions,
      Optional<String> where,
      List<String> classOptions,
      String tablespace,
      List<String> parameters,
      String state,
      String definition) {

    // Joins instead of sub-queries keep the cost that the planner sees below that from which a
    // server
    // compiles a query, which takes longer than to run this one.
    static final String SQL =
        """
        WITH tables AS MATERIALIZED (
          SELECT c.oid, c.relkind FROM pg_catalog.pg_class c
          WHERE c.relnamespace = ANY (?){only} AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition)
        SELECT ic.oid, i.indrelid, ic.relname, i.indisunique, {nullsnotdistinct},
          k.conindid IS NOT NULL,
          am.amname, i.indkey, i.indnkeyatts, i.indclass, i.indcollation, i.indoption,
          ex.texts, pg_catalog.pg_get_expr(i.indpred, i.indrelid), co.texts,
          ts.spcname, ic.reloptions,
          pg_catalog.concat_ws(', ', CASE WHEN NOT i.indisvalid THEN 'INVALID' END,
            CASE WHEN i.indisclustered THEN 'CLUSTERED' END,
            CASE WHEN i.indisreplident THEN 'REPLICA IDENTITY' END),
          CASE WHEN c.relkind = 'm' THEN pg_catalog.pg_get_indexdef(ic.oid) END
        FROM pg_catalog.pg_index i
          JOIN tables c ON c.oid = i.indrelid
          JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
          JOIN pg_catalog.pg_am am ON am.oid = ic.relam
          LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
          LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = i.indrelid AND k.conindid = ic.oid
            AND k.contype IN ('p', 'u', 'x')
          LEFT JOIN (SELECT x.indexrelid, pg_catalog.array_agg(
              pg_catalog.pg_get_indexdef(x.indexrelid, p.place::pg_catalog.int4, false) ORDER BY p.place) AS texts
            FROM pg_catalog.pg_index x JOIN tables c ON c.oid = x.indrelid
              CROSS JOIN LATERAL pg_catalog.unnest(x.indkey::pg_catalog.int2[]) WITH ORDINALITY p(attnum, place)
            WHERE x.indexprs IS NOT NULL AND p.attnum = 0
            GROUP BY x.indexrelid) ex ON ex.indexrelid = ic.oid
          LEFT JOIN (SELECT a.attrelid, pg_catalog.array_agg(
              a.attnum || ' ' || pg_catalog.array_to_string(a.attoptions, ', ') ORDER BY a.attnum) AS texts
            FROM pg_catalog.pg_attribute a WHERE a.attoptions IS NOT NULL AND a.attrelid IN (
              SELECT x.indexrelid FROM pg_catalog.pg_index x JOIN tables c ON c.oid = x.indrelid)
            GROUP BY a.attrelid) co ON co.attrelid = ic.oid""";

    static IndexRow read(Row row) throws SQLException {
      return new IndexRow(
          row.number(),
          row.number(),
          row.text(),
          row.truth(),
          row.truth(),
          row.truth(),
          row.text(),
          row.numbers(),
          row.small(),
          row.numbers(),
          row.numbers(),
          row.numbers(),
          row.texts(),
          row.optional(),
          row.texts(),
          row.text(),
          row.texts(),
          row.text(),
          row.text());
    }
  }

  /** A name that an index may mention: an operator class that is not the usual, a collation. */
  record NameRow(long oid, String name) {

    static final String OPERATOR_CLASSES =
        """
        SELECT o.oid, CASE WHEN pg_catalog.pg_opclass_is_visible(o.oid)
          THEN pg_catalog.quote_ident(o.opcname)
          ELSE pg_catalog.format('%I.%I', (SELECT n.nspname FROM pg_catalog.pg_namespace n
            WHERE n.oid = o.opcnamespace), o.opcname) END
        FROM pg_catalog.pg_opclass o WHERE o.oid = ANY (?) AND NOT o.opcdefault""";

    static final String COLLATIONS =
        """
        SELECT o.oid, CASE WHEN pg_catalog.pg_collation_is_visible(o.oid)
          THEN pg_catalog.quote_ident(o.collname)
          ELSE pg_catalog.format('%I.%I', (SELECT n.nspname FROM pg_catalog.pg_namespace n
            WHERE n.oid = o.collnamespace), o.collname) END
        FROM pg_catalog.pg_collation o WHERE o.oid = ANY (?)""";

    static NameRow read(Row row) throws SQLException {
      return new NameRow(row.number(), row.text());
    }
  }

  /** An enum type, wherever it is. */
  record EnumRow(
      long oid, String schema, String name, List<String> values, String comment, boolean member) {

    static final String SQL =
        """
        SELECT t.oid, n.nspname, t.typname,
          ARRAY(SELECT v.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum v
            WHERE v.enumtypid = t.oid ORDER BY v.enumsortorder),
          d.description,
          EXISTS (SELECT FROM pg_catalog.pg_depend e
            WHERE e.classid = t.tableoid AND e.objid = t.oid AND e.deptype = 'e')
        FROM pg_catalog.pg_type t
          JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
          LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = t.tableoid
        WHERE t.typtype = 'e'""";

    static EnumRow read(Row row) throws SQLException {
      return new EnumRow(
          row.number(), row.text(), row.text(), row.texts(), row.text(), row.truth());
    }
  }

  /** Anything else; {@code relation} is the table or view it belongs to, 0 for none. */
  record OtherRow(String kind, String schema, String name, String definition, long relation) {

    static OtherRow read(Row row) throws SQLException {
      return new OtherRow(row.text(), row.text(), row.text(), row.text(), row.number());
    }
  }
}
