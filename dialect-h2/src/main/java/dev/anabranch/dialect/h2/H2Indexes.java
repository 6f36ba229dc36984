package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.IndexPart.Nulls;
import dev.anabranch.sql.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The indexes of some schemas by table, sorted by name, without those that constraints made. */
final class H2Indexes {

  private record Part(IndexPart part, String serverName, Identifier column, boolean unique) {}

  private final H2Catalogue catalogue;
  private final Map<ObjectName, List<Part>> parts = new HashMap<>();
  private final Map<ObjectName, List<Index>> byTable = new HashMap<>();
  private String nullOrdering = "LOW";

  H2Indexes(H2Catalogue catalogue) throws SQLException {
    this.catalogue = catalogue;
    catalogue.each(
        """
        SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS
        WHERE SETTING_NAME = 'DEFAULT_NULL_ORDERING'
        """,
        row -> nullOrdering = row.getString(1));
    // Of all schemas: a foreign key may refer to a key of another one.
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.INDEX_COLUMNS ORDER BY ORDINAL_POSITION",
        row -> parts.computeIfAbsent(nameOf(row), index -> new ArrayList<>()).add(part(row)));
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.INDEXES
        WHERE TABLE_SCHEMA = ANY(?) AND NOT IS_GENERATED
        """,
        row ->
            byTable
                .computeIfAbsent(
                    H2Catalogue.object(row, "TABLE_SCHEMA", "TABLE_NAME"),
                    table -> new ArrayList<>())
                .add(index(row)));
    for (List<Index> indexes : byTable.values()) {
      indexes.sort(Comparator.comparing(index -> index.name().map(Identifier::value).orElse("")));
    }
  }

  /** Returns the indexes of a table. */
  List<Index> of(ObjectName table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** Returns the columns of an index in any schema, as the server names them, in order. */
  List<String> columns(ObjectName index) {
    return parts.getOrDefault(index, List.of()).stream().map(Part::serverName).toList();
  }

  /** Returns the index that a row names. */
  static ObjectName nameOf(ResultSet row) throws SQLException {
    return H2Catalogue.object(row, "INDEX_SCHEMA", "INDEX_NAME");
  }

  private Part part(ResultSet row) throws SQLException {
    Identifier column = catalogue.name(row.getString("COLUMN_NAME"));
    boolean down = "DESC".equals(row.getString("ORDERING_SPECIFICATION"));
    IndexPart part = IndexPart.column(column);
    return new Part(
        (down ? part.descending() : part).withNulls(nulls(row.getString("NULL_ORDERING"), down)),
        row.getString("COLUMN_NAME"),
        column,
        row.getBoolean("IS_UNIQUE"));
  }

  // Nothing is told of a column that is never null.
  private Nulls nulls(@Nullable String told, boolean down) {
    boolean usuallyFirst =
        switch (nullOrdering) {
          case "FIRST" -> true;
          case "LAST" -> false;
          case "HIGH" -> down;
          default -> !down;
        };
    return told == null || told.equals(usuallyFirst ? "FIRST" : "LAST")
        ? Nulls.AS_BY_DEFAULT
        : Nulls.valueOf(told);
  }

  // A column of a unique index that is not part of what is unique is an included one.
  private Index index(ResultSet row) throws SQLException {
    String kind = row.getString("INDEX_TYPE_NAME");
    boolean unique = kind.startsWith("UNIQUE");
    List<Part> all = parts.getOrDefault(nameOf(row), List.of());
    Index.Details details =
        new Index.Details(
            kind.startsWith(H2Ddl.SPATIAL) ? Optional.of(H2Ddl.SPATIAL_METHOD) : Optional.empty(),
            all.stream().filter(part -> unique && !part.unique()).map(Part::column).toList(),
            Optional.empty(),
            Index.Visibility.VISIBLE,
            DialectOptions.none());
    return new Index(
        Optional.of(catalogue.name(row.getString("INDEX_NAME"))),
        uniqueness(unique, "NO".equals(row.getString("NULLS_DISTINCT"))),
        all.stream().filter(part -> !unique || part.unique()).map(Part::part).toList(),
        details);
  }

  private static Index.Uniqueness uniqueness(boolean unique, boolean nullsAreTheSame) {
    if (!unique) {
      return Index.Uniqueness.NOT_UNIQUE;
    }
    return nullsAreTheSame ? Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT : Index.Uniqueness.UNIQUE;
  }
}
