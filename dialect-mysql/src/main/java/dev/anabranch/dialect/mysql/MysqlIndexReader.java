package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlScope.ObjectName;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads indexes, of which some are primary keys and unique constraints: to these servers each
 * unique index is a constraint and each unique constraint an index. One is read as an index if a
 * constraint could not say all of it, or if its name is that of another constraint of its table.
 *
 * <p>An index that the server has made for a foreign key, with its name and columns, is not listed:
 * nobody has asked for it.
 *
 * <p>For one reading and one thread.
 */
final class MysqlIndexReader {

  private static final String STATISTICS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, NON_UNIQUE, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, COLLATION,
        SUB_PART, INDEX_TYPE, INDEX_COMMENT, %s
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA IN (?)
      """;

  private static final String MARIADB_STATISTICS = STATISTICS.replace("%s", "IGNORED AS HIDDEN");
  private static final String MYSQL_STATISTICS =
      STATISTICS.replace("%s", "IF(IS_VISIBLE = 'NO', 'YES', 'NO') AS HIDDEN");
  private static final String MYSQL_STATISTICS_WITH_EXPRESSIONS =
      STATISTICS.replace("%s", "IF(IS_VISIBLE = 'NO', 'YES', 'NO') AS HIDDEN, EXPRESSION");

  private static final String PRIMARY = "PRIMARY";
  private static final String USUAL_METHOD = "btree";

  private final MysqlScope scope;
  private final Map<ObjectName, Map<String, List<MysqlRow>>> rows = new HashMap<>();

  MysqlIndexReader(MysqlScope scope) {
    this.scope = scope;
  }

  /** Reads the rows of all indexes. */
  void read() throws SQLException {
    String query = MYSQL_STATISTICS;
    if (scope.features().has(MysqlFeature.IGNORED_INDEXES)) {
      query = MARIADB_STATISTICS;
    } else if (scope.features().has(MysqlFeature.EXPRESSION_INDEXES)) {
      query = MYSQL_STATISTICS_WITH_EXPRESSIONS;
    }
    scope.each(
        query,
        row ->
            rows.computeIfAbsent(row.table(), key -> new TreeMap<>())
                .computeIfAbsent(row.text("INDEX_NAME"), key -> new ArrayList<>())
                .add(row));
    rows.values()
        .forEach(
            indexes ->
                indexes
                    .values()
                    .forEach(
                        parts ->
                            parts.sort(
                                Comparator.comparingInt(row -> row.number("SEQ_IN_INDEX")))));
  }

  /**
   * What the indexes of a table are.
   *
   * @param primaryKey the primary key, if there is one
   * @param unique the unique constraints
   * @param indexes the others
   * @param primaryParts what the primary key sorts by that its columns do not tell; empty for
   *     nothing
   */
  record Keys(
      Optional<PrimaryKey> primaryKey,
      List<UniqueConstraint> unique,
      List<Index> indexes,
      String primaryParts) {}

  /**
   * Returns what the indexes of a table are.
   *
   * @param table the table
   * @param columns its columns; what stands in none of them, such as the end of a row in a table
   *     with history, is passed over
   * @param others its other constraints
   */
  Keys keys(ObjectName table, List<String> columns, List<? extends TableConstraint> others) {
    Set<String> known = new HashSet<>(columns);
    Set<Identifier> taken = new HashSet<>();
    others.forEach(constraint -> constraint.name().ifPresent(taken::add));
    Optional<PrimaryKey> primaryKey = Optional.empty();
    List<UniqueConstraint> unique = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    String primaryParts = "";
    for (Map.Entry<String, List<MysqlRow>> entry : rows.getOrDefault(table, Map.of()).entrySet()) {
      List<MysqlRow> parts =
          entry.getValue().stream()
              .filter(row -> row.value("COLUMN_NAME").map(known::contains).orElse(true))
              .toList();
      if (parts.isEmpty()) {
        continue;
      }
      Index index = index(entry.getKey(), parts);
      if (entry.getKey().equals(PRIMARY)) {
        primaryKey = Optional.of(primaryKey(index, taken));
        primaryParts = special(index);
      } else if (isConstraint(index) && !taken.contains(Identifier.of(entry.getKey()))) {
        unique.add(unique(index));
      } else if (!isMadeFor(others, index)) {
        indexes.add(index);
      }
    }
    return new Keys(primaryKey, List.copyOf(unique), List.copyOf(indexes), primaryParts);
  }

  private Index index(String name, List<MysqlRow> rows) {
    MysqlRow first = rows.get(0);
    String method = first.text("INDEX_TYPE").toLowerCase(Locale.ROOT);
    List<IndexPart> parts =
        rows.stream().map(row -> part(row, method.equals(MysqlIndexes.SPATIAL))).toList();
    Map<MysqlOption, String> options = new EnumMap<>(MysqlOption.class);
    first
        .value("INDEX_COMMENT")
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> options.put(MysqlOption.INDEX_COMMENT, text));
    return new Index(
        Optional.of(Identifier.of(name)),
        first.is("NON_UNIQUE", "0") ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE,
        parts,
        new Index.Details(
            method.equals(USUAL_METHOD) ? Optional.empty() : Optional.of(method),
            List.of(),
            Optional.empty(),
            first.is("HIDDEN", "YES") ? Index.Visibility.INVISIBLE : Index.Visibility.VISIBLE,
            MysqlScope.options(options)));
  }

  // A spatial index shows the size of a point as if it were a prefix.
  private IndexPart part(MysqlRow row, boolean spatial) {
    IndexPart part =
        row.value("COLUMN_NAME")
            .map(column -> IndexPart.column(Identifier.of(column)))
            .orElseGet(
                () ->
                    IndexPart.expression(
                        SqlExpression.of(
                            MysqlExpressionText.of(row.text("EXPRESSION"), scope.features()))));
    int prefix = spatial || part.column().isEmpty() ? 0 : row.number("SUB_PART");
    part = prefix > 0 ? part.withPrefix(prefix) : part;
    return row.is("COLLATION", "D") ? part.descending() : part;
  }

  private static PrimaryKey primaryKey(Index index, Set<Identifier> taken) {
    Identifier name = Identifier.of(PRIMARY);
    return new PrimaryKey(
        taken.contains(name) ? Optional.empty() : Optional.of(name),
        index.columns(),
        Deferrability.NOT_DEFERRABLE);
  }

  private static String special(Index index) {
    return index.parts().stream().allMatch(MysqlIndexReader::isPlain) ? "" : SchemaWords.of(index);
  }

  private static boolean isPlain(IndexPart part) {
    return part.column().isPresent()
        && part.prefixLength().isEmpty()
        && part.order() == IndexPart.Order.ASCENDING;
  }

  private static boolean isConstraint(Index index) {
    return index.isUnique()
        && index.parts().stream().allMatch(MysqlIndexReader::isPlain)
        && index.details().equals(Index.Details.none());
  }

  private static UniqueConstraint unique(Index index) {
    return new UniqueConstraint(
        index.name(),
        index.columns(),
        UniqueConstraint.Nulls.DISTINCT,
        Deferrability.NOT_DEFERRABLE);
  }

  private static boolean isMadeFor(List<? extends TableConstraint> others, Index index) {
    return !index.isUnique()
        && index.details().equals(Index.Details.none())
        && index.parts().stream().allMatch(MysqlIndexReader::isPlain)
        && others.stream()
            .filter(ForeignKey.class::isInstance)
            .anyMatch(
                key -> key.name().equals(index.name()) && key.columns().equals(index.columns()));
  }
}
