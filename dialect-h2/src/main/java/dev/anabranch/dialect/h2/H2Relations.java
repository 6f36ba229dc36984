package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has columns: tables, views, and others.
 *
 * @param all in no particular order
 */
record H2Relations(List<Relation> all) {

  /** What it is to Anabranch. */
  enum Kind {
    TABLE,
    VIEW,
    OTHER
  }

  /**
   * One of them.
   *
   * @param name its name
   * @param kind what it is to Anabranch
   * @param words what H2 calls it, in small letters
   * @param query the query of a view
   * @param comment the comment
   */
  record Relation(
      ObjectName name, Kind kind, String words, String query, Optional<String> comment) {}

  private static final String MATERIALIZED = "materialized view";

  // The rows of the materialized view V stand in a table V$1, V$2 and so on.
  private static final Pattern ROWS_OF = Pattern.compile("(.+)\\$\\d+", Pattern.DOTALL);

  H2Relations {
    all = List.copyOf(all);
  }

  static H2Relations read(H2Catalogue catalogue) throws SQLException {
    Map<ObjectName, String> queries = new HashMap<>();
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = ANY(?)",
        row ->
            queries.put(
                H2Catalogue.object(row, "TABLE_SCHEMA", "TABLE_NAME"),
                H2Catalogue.text(row, "VIEW_DEFINITION").orElse("")));
    List<Relation> found = new ArrayList<>();
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.TABLES
        WHERE TABLE_SCHEMA = ANY(?) AND TABLE_TYPE <> 'LOCAL TEMPORARY'
        """,
        row -> {
          Relation relation = relation(row, queries);
          if (!catalogue.isLeftOut(relation.name())) {
            found.add(relation);
          }
        });
    Set<ObjectName> materialized = new HashSet<>();
    for (Relation each : found) {
      if (each.words().equals(MATERIALIZED)) {
        materialized.add(each.name());
      }
    }
    found.removeIf(each -> isRowsOf(each.name(), materialized));
    return new H2Relations(found);
  }

  private static boolean isRowsOf(ObjectName table, Set<ObjectName> materialized) {
    Matcher name = ROWS_OF.matcher(table.name());
    return name.matches() && materialized.contains(new ObjectName(table.schema(), name.group(1)));
  }

  private static Relation relation(ResultSet row, Map<ObjectName, String> queries)
      throws SQLException {
    ObjectName name = H2Catalogue.object(row, "TABLE_SCHEMA", "TABLE_NAME");
    String type = row.getString("TABLE_TYPE").toLowerCase(Locale.ROOT);
    String words = row.getString("TABLE_CLASS").endsWith(".MaterializedView") ? MATERIALIZED : type;
    String query = queries.getOrDefault(name, "");
    Kind kind =
        switch (words) {
          case "base table" -> Kind.TABLE;
          case "view" -> query.isBlank() ? Kind.OTHER : Kind.VIEW;
          default -> Kind.OTHER;
        };
    return new Relation(name, kind, words, query, H2Catalogue.text(row, "REMARKS"));
  }
}
