package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the dictionary (Database Reference 19c, "Static Data Dictionary Views"): each
 * view once for all schemas, by its owner. Joins of these views can take minutes, so what belongs
 * together is put together by who asks.
 *
 * <p>A LONG column cannot be filtered, sorted or used in functions beside it, and has to be read in
 * the order of the columns: it is the last one, and no query sorts.
 */
enum OracleQuery {
  /** Tables, without object tables. */
  TABLES(
      "ALL_TABLES",
      "OWNER",
      "TABLE_NAME IOT_TYPE TEMPORARY DURATION NESTED SECONDARY DROPPED EXTERNAL"),
  /** Comments of tables and views. */
  TABLE_COMMENTS("ALL_TAB_COMMENTS", "OWNER", "TABLE_NAME COMMENTS", "\"COMMENTS\" IS NOT NULL"),
  /** Columns that somebody wrote, of tables and views. */
  COLUMNS(
      "ALL_TAB_COLS",
      "OWNER",
      "TABLE_NAME COLUMN_NAME DATA_TYPE DATA_TYPE_OWNER DATA_LENGTH DATA_PRECISION DATA_SCALE"
          + " NULLABLE COLUMN_ID INTERNAL_COLUMN_ID HIDDEN_COLUMN VIRTUAL_COLUMN CHAR_LENGTH"
          + " CHAR_USED IDENTITY_COLUMN DEFAULT_ON_NULL COLLATION DATA_DEFAULT",
      "\"USER_GENERATED\" = 'YES'"),
  /** Comments of columns. */
  COLUMN_COMMENTS(
      "ALL_COL_COMMENTS", "OWNER", "TABLE_NAME COLUMN_NAME COMMENTS", "\"COMMENTS\" IS NOT NULL"),
  /** Identities, and the sequences behind them. */
  IDENTITIES(
      "ALL_TAB_IDENTITY_COLS",
      "OWNER",
      "TABLE_NAME COLUMN_NAME GENERATION_TYPE SEQUENCE_NAME IDENTITY_OPTIONS"),
  /** Keys, references and conditions. */
  CONSTRAINTS(
      "ALL_CONSTRAINTS",
      "OWNER",
      "CONSTRAINT_NAME CONSTRAINT_TYPE TABLE_NAME R_OWNER R_CONSTRAINT_NAME DELETE_RULE STATUS"
          + " DEFERRABLE DEFERRED GENERATED INDEX_OWNER INDEX_NAME SEARCH_CONDITION",
      "\"CONSTRAINT_TYPE\" IN ('P', 'U', 'R', 'C')"),
  /** The columns of constraints. */
  CONSTRAINT_COLUMNS(
      "ALL_CONS_COLUMNS", "OWNER", "CONSTRAINT_NAME TABLE_NAME COLUMN_NAME POSITION"),
  /** The columns of keys that are referred to, which may lie in other schemas. */
  REFERRED_COLUMNS("ALL_CONS_COLUMNS", "OWNER", "CONSTRAINT_NAME TABLE_NAME COLUMN_NAME POSITION") {
    @Override
    SqlWriter where(SqlWriter writer, int schemas) {
      return writer
          .parentheses(w -> w.list(List.of("OWNER", "CONSTRAINT_NAME"), OracleQuery::quoted))
          .keyword("IN")
          .parentheses(
              w ->
                  super.where(
                          w.keyword("SELECT")
                              .list(List.of("R_OWNER", "R_CONSTRAINT_NAME"), OracleQuery::quoted)
                              .keyword("FROM ALL_CONSTRAINTS WHERE"),
                          schemas)
                      .raw(RawSql.of("AND \"CONSTRAINT_TYPE\" = 'R'")));
    }
  },
  /** Indexes. */
  INDEXES(
      "ALL_INDEXES",
      "TABLE_OWNER",
      "OWNER INDEX_NAME INDEX_TYPE TABLE_NAME UNIQUENESS GENERATED SECONDARY DROPPED VISIBILITY"
          + " ITYP_OWNER ITYP_NAME PARAMETERS"),
  /** The columns of indexes. */
  INDEX_COLUMNS(
      "ALL_IND_COLUMNS",
      "TABLE_OWNER",
      "INDEX_OWNER INDEX_NAME COLUMN_NAME COLUMN_POSITION DESCEND"),
  /** The expressions of indexes, in the places of hidden columns. */
  INDEX_EXPRESSIONS(
      "ALL_IND_EXPRESSIONS",
      "TABLE_OWNER",
      "INDEX_OWNER INDEX_NAME COLUMN_POSITION COLUMN_EXPRESSION"),
  /** Sequences, those behind identities included. */
  SEQUENCES(
      "ALL_SEQUENCES",
      "SEQUENCE_OWNER",
      "SEQUENCE_NAME MIN_VALUE MAX_VALUE INCREMENT_BY CYCLE_FLAG CACHE_SIZE LAST_NUMBER"),
  /** Views. */
  VIEWS("ALL_VIEWS", "OWNER", "VIEW_NAME VIEW_TYPE EDITIONING_VIEW TEXT"),
  /** Views whose rows are stored. */
  MATERIALIZED_VIEWS(
      "ALL_MVIEWS",
      "OWNER",
      "MVIEW_NAME CONTAINER_NAME REFRESH_MODE REFRESH_METHOD BUILD_MODE QUERY"),
  /** Comments of views whose rows are stored. */
  MATERIALIZED_VIEW_COMMENTS(
      "ALL_MVIEW_COMMENTS", "OWNER", "MVIEW_NAME COMMENTS", "\"COMMENTS\" IS NOT NULL"),
  /** What tables note down for views whose rows are stored. */
  MATERIALIZED_VIEW_LOGS(
      "ALL_MVIEW_LOGS",
      "LOG_OWNER",
      "MASTER LOG_TABLE ROWIDS PRIMARY_KEY SEQUENCE INCLUDE_NEW_VALUES"),
  /** Tables of objects. */
  OBJECT_TABLES(
      "ALL_OBJECT_TABLES",
      "OWNER",
      "TABLE_NAME TABLE_TYPE_OWNER TABLE_TYPE NESTED SECONDARY DROPPED"),
  /** The text of routines, packages, types and triggers. */
  SOURCES("ALL_SOURCE", "OWNER", "NAME TYPE LINE TEXT"),
  /** What triggers belong to. */
  TRIGGERS("ALL_TRIGGERS", "OWNER", "TRIGGER_NAME TABLE_OWNER TABLE_NAME BASE_OBJECT_TYPE STATUS"),
  /** Other names for things. */
  SYNONYMS("ALL_SYNONYMS", "OWNER", "SYNONYM_NAME TABLE_OWNER TABLE_NAME DB_LINK"),
  /** Rights on whole objects. */
  PRIVILEGES("ALL_TAB_PRIVS", "TABLE_SCHEMA", "TABLE_NAME GRANTEE PRIVILEGE GRANTABLE"),
  /** Rights on columns. */
  COLUMN_PRIVILEGES(
      "ALL_COL_PRIVS", "TABLE_SCHEMA", "TABLE_NAME COLUMN_NAME GRANTEE PRIVILEGE GRANTABLE"),
  /** How tables are parted. */
  PARTITIONED_TABLES(
      "ALL_PART_TABLES", "OWNER", "TABLE_NAME PARTITIONING_TYPE SUBPARTITIONING_TYPE INTERVAL"),
  /** By which columns tables are parted. */
  PARTITION_KEYS(
      "ALL_PART_KEY_COLUMNS",
      "OWNER",
      "NAME COLUMN_NAME COLUMN_POSITION",
      "\"OBJECT_TYPE\" = 'TABLE'"),
  /** By which columns the parts of tables are parted. */
  SUBPARTITION_KEYS(
      "ALL_SUBPART_KEY_COLUMNS",
      "OWNER",
      "NAME COLUMN_NAME COLUMN_POSITION",
      "\"OBJECT_TYPE\" = 'TABLE'"),
  /** The parts, without those that the server made for the rows that came. */
  PARTITIONS(
      "ALL_TAB_PARTITIONS",
      "TABLE_OWNER",
      "TABLE_NAME PARTITION_NAME PARTITION_POSITION HIGH_VALUE",
      "\"INTERVAL\" = 'NO'"),
  /** Ways to other databases. */
  LINKS("ALL_DB_LINKS", "OWNER", "DB_LINK USERNAME HOST"),
  /** Rules for which rows somebody sees. */
  POLICIES(
      "ALL_POLICIES",
      "OBJECT_OWNER",
      "OBJECT_NAME POLICY_NAME PF_OWNER PACKAGE FUNCTION SEL INS UPD DEL IDX ENABLE"),
  /** Everything that has a name. */
  OBJECTS(
      "ALL_OBJECTS",
      "OWNER",
      "OBJECT_NAME OBJECT_TYPE",
      "\"GENERATED\" = 'N' AND \"SECONDARY\" = 'N' AND \"ORACLE_MAINTAINED\" = 'N'");

  private final String view;
  private final String owner;
  private final String columns;
  private final String filter;

  OracleQuery(String view, String owner, String columns) {
    this(view, owner, columns, "");
  }

  OracleQuery(String view, String owner, String columns, String filter) {
    this.view = view;
    this.owner = owner;
    this.columns = columns;
    this.filter = filter;
  }

  /** Returns the view. */
  String view() {
    return view;
  }

  /** Returns the column that says to which schema a row belongs. */
  String owner() {
    return owner;
  }

  /** Returns the columns in the order in which they are read, the owner first. */
  List<String> columns() {
    List<String> all = new ArrayList<>();
    all.add(owner);
    all.addAll(List.of(columns.split(" ", -1)));
    return all;
  }

  /**
   * Returns the query for some schemas, each of which is a parameter.
   *
   * @param style how names and values are written
   * @param schemas how many
   */
  String sql(SqlStyle style, int schemas) {
    SqlWriter writer =
        style
            .writer()
            .keyword("SELECT")
            .list(columns(), OracleQuery::quoted)
            .newLine()
            .keyword("FROM")
            .keyword(view)
            .newLine()
            .keyword("WHERE");
    where(writer, schemas);
    if (!filter.isEmpty()) {
      writer.keyword("AND").raw(RawSql.of(filter));
    }
    return writer.toSql();
  }

  /** Writes which rows belong to some schemas. */
  SqlWriter where(SqlWriter writer, int schemas) {
    quoted(writer, owner);
    return writer.keyword("IN").parentheses(in -> in.parameters(schemas));
  }

  // Some columns are called like words of the language.
  private static void quoted(SqlWriter writer, String column) {
    writer.name(Identifier.of(column));
  }

  /** Returns the query for the schema in which names without one are read. */
  static String currentSchema(SqlStyle style) {
    return style
        .writer()
        .keyword("SELECT")
        .raw(RawSql.of("SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"))
        .keyword("FROM DUAL")
        .toSql();
  }
}
