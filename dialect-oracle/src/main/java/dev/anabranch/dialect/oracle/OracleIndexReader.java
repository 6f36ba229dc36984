package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The indexes of some schemas by table, sorted by name.
 *
 * <p>An index that enforces a key over just its columns is left out, because the key stands for it.
 * A part in descending order, or of an expression, is a hidden column; what it is computed from
 * stands elsewhere. Indexes of LOBs and of index-organized tables are the tables' own.
 */
final class OracleIndexReader {

  private static final Pattern COLUMN = Pattern.compile("\"([^\"]+)\"");

  private record Part(String column, boolean descends) {}

  private final OracleCatalogue catalogue;
  private final Map<Name, Map<Integer, Part>> parts = new HashMap<>();
  private final Map<Name, Map<Integer, String>> expressions = new HashMap<>();
  private final Map<Name, List<Index>> byTable = new HashMap<>();
  private final List<OtherObject> others = new ArrayList<>();

  OracleIndexReader(OracleCatalogue catalogue, OracleConstraintReader constraints)
      throws SQLException {
    this.catalogue = catalogue;
    for (OracleRow row : catalogue.rows(OracleQuery.INDEX_COLUMNS)) {
      parts
          .computeIfAbsent(row.name("INDEX_OWNER", "INDEX_NAME"), index -> new TreeMap<>())
          .put(
              row.number("COLUMN_POSITION", 0),
              new Part(row.text("COLUMN_NAME"), row.is("DESCEND", "DESC")));
    }
    for (OracleRow row : catalogue.rows(OracleQuery.INDEX_EXPRESSIONS)) {
      expressions
          .computeIfAbsent(row.name("INDEX_OWNER", "INDEX_NAME"), index -> new HashMap<>())
          .put(row.number("COLUMN_POSITION", 0), row.text("COLUMN_EXPRESSION").strip());
    }
    for (OracleRow row : catalogue.rows(OracleQuery.INDEXES)) {
      index(row, constraints);
    }
    byTable
        .values()
        .forEach(indexes -> indexes.sort(Comparator.comparing(OracleIndexReader::nameOf)));
  }

  private static String nameOf(Index index) {
    return index.name().map(Identifier::value).orElse("");
  }

  /** Returns the indexes of a table. */
  List<Index> of(Name table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** Returns the indexes of other kinds. */
  List<OtherObject> others() {
    return others;
  }

  private void index(OracleRow row, OracleConstraintReader constraints) {
    Name table = row.name("TABLE_OWNER", "TABLE_NAME");
    Name name = row.name("OWNER", "INDEX_NAME");
    String type = row.text("INDEX_TYPE");
    boolean ofServer =
        row.is("DROPPED", "YES")
            || row.is("SECONDARY", "Y")
            || OracleCatalogue.isRecycled(name.name())
            || type.equals("LOB")
            || type.startsWith("IOT")
            || type.equals("CLUSTER");
    boolean enforces =
        constraints.enforcedBy(name).filter(columns -> columns.equals(columns(name))).isPresent();
    if (ofServer || enforces || catalogue.isLeftOut(table)) {
      return;
    }
    if (type.endsWith("DOMAIN")) {
      others.add(
          new OtherObject(
              "domain index",
              catalogue.name(table, name.name()),
              row.text("ITYP_OWNER")
                  + "."
                  + row.text("ITYP_NAME")
                  + " "
                  + columns(name)
                  + row.find("PARAMETERS").map(text -> " PARAMETERS " + text).orElse("")));
    } else if (parts.containsKey(name)) {
      byTable
          .computeIfAbsent(table, key -> new ArrayList<>())
          .add(index(row, catalogue.name(name.name()), type, parts(name)));
    }
  }

  private List<String> columns(Name index) {
    return parts.getOrDefault(index, Map.of()).values().stream().map(Part::column).toList();
  }

  private static Index index(OracleRow row, Identifier name, String type, List<IndexPart> parts) {
    Optional<String> method = Optional.empty();
    if (type.endsWith("BITMAP")) {
      method = Optional.of(OracleIndexes.BITMAP);
    } else if (type.endsWith("/REV")) {
      method = Optional.of(OracleIndexes.REVERSE);
    }
    return new Index(
        row.is("GENERATED", "Y") ? Optional.empty() : Optional.of(name),
        row.is("UNIQUENESS", "UNIQUE") ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE,
        parts,
        new Index.Details(
            method,
            List.of(),
            Optional.empty(),
            row.is("VISIBILITY", "INVISIBLE")
                ? Index.Visibility.INVISIBLE
                : Index.Visibility.VISIBLE,
            DialectOptions.none()));
  }

  private List<IndexPart> parts(Name index) {
    Map<Integer, String> texts = expressions.getOrDefault(index, Map.of());
    List<IndexPart> found = new ArrayList<>();
    parts
        .getOrDefault(index, Map.of())
        .forEach(
            (position, part) -> {
              IndexPart key =
                  Optional.ofNullable(texts.get(position))
                      .map(this::computed)
                      .orElseGet(() -> plain(part.column()));
              found.add(part.descends() ? key.descending() : key);
            });
    return found;
  }

  // A hidden column that nothing is told of, such as an attribute of an object.
  private IndexPart plain(String column) {
    return column.startsWith("SYS_NC")
        ? IndexPart.expression(SqlExpression.of(column))
        : IndexPart.column(catalogue.name(column));
  }

  private IndexPart computed(String text) {
    Matcher column = COLUMN.matcher(text);
    return column.matches()
        ? IndexPart.column(catalogue.name(column.group(1)))
        : IndexPart.expression(SqlExpression.of(text));
  }
}
