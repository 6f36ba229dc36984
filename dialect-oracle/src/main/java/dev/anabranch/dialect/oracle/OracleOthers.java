package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the dictionary knows and no operation models, the parts of tables aside. */
final class OracleOthers {

  // They are read elsewhere, or belong to what is.
  private static final Set<String> READ_ELSEWHERE =
      Set.of(
          "TABLE",
          "TABLE PARTITION",
          "TABLE SUBPARTITION",
          "INDEX",
          "INDEX PARTITION",
          "INDEX SUBPARTITION",
          "LOB",
          "LOB PARTITION",
          "LOB SUBPARTITION",
          "VIEW",
          "MATERIALIZED VIEW",
          "SEQUENCE",
          "SYNONYM",
          "DATABASE LINK",
          "TRIGGER",
          "FUNCTION",
          "PROCEDURE",
          "PACKAGE",
          "PACKAGE BODY",
          "TYPE",
          "TYPE BODY");

  // What PL/SQL makes for itself: the types of collections and of table functions.
  private static final Pattern OF_SERVER = Pattern.compile("SYS_PLSQL_.*|SYSTP.*==|SYS_YOID\\d.*");

  private final OracleCatalogue catalogue;
  private final List<OtherObject> found = new ArrayList<>();

  private OracleOthers(OracleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  static List<OtherObject> read(OracleCatalogue catalogue) throws SQLException {
    OracleOthers others = new OracleOthers(catalogue);
    others.sources();
    others.synonyms();
    others.privileges();
    others.links();
    others.policies();
    others.objects();
    return List.copyOf(others.found);
  }

  private void add(String kind, QualifiedName name, String definition) {
    found.add(new OtherObject(kind, name, definition));
  }

  /** The text of one unit, by its lines. */
  private record Unit(Name name, String type) {}

  private void sources() throws SQLException {
    Map<Unit, Map<Integer, String>> units = new HashMap<>();
    for (OracleRow row : catalogue.rows(OracleQuery.SOURCES)) {
      Unit unit = new Unit(row.name("OWNER", "NAME"), row.text("TYPE"));
      units
          .computeIfAbsent(unit, key -> new TreeMap<>())
          .put(row.number("LINE", 0), row.text("TEXT"));
    }
    Map<Name, OracleRow> triggers = new HashMap<>();
    for (OracleRow row : catalogue.rows(OracleQuery.TRIGGERS)) {
      triggers.put(row.name("OWNER", "TRIGGER_NAME"), row);
    }
    units.forEach(
        (unit, lines) -> {
          String text = String.join("", lines.values()).strip();
          if (unit.type().equals("TRIGGER")) {
            trigger(unit.name(), triggers.get(unit.name()), text);
          } else if (!isOfServer(unit.name().name())) {
            add(words(unit.type()), catalogue.name(unit.name()), text);
          }
        });
  }

  private static boolean isOfServer(String name) {
    return OracleCatalogue.isRecycled(name) || OF_SERVER.matcher(name).matches();
  }

  private static String words(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  // One of a schema or of the whole database has no table.
  private void trigger(Name name, @Nullable OracleRow row, String text) {
    if (isOfServer(name.name())) {
      return;
    }
    Optional<Name> table =
        Optional.ofNullable(row)
            .filter(found -> found.find("TABLE_NAME").isPresent())
            .map(found -> found.name("TABLE_OWNER", "TABLE_NAME"));
    boolean disabled = row != null && row.is("STATUS", "DISABLED");
    if (table.filter(catalogue::isLeftOut).isEmpty()) {
      add(
          "trigger",
          table
              .map(owner -> catalogue.name(owner, name.name()))
              .orElseGet(() -> catalogue.name(name)),
          disabled ? text + "\nDISABLED" : text);
    }
  }

  private void synonyms() throws SQLException {
    for (OracleRow row : catalogue.rows(OracleQuery.SYNONYMS)) {
      String target =
          row.find("TABLE_OWNER").map(owner -> owner + ".").orElse("") + row.text("TABLE_NAME");
      add(
          "synonym",
          catalogue.name(row.name("OWNER", "SYNONYM_NAME")),
          "FOR " + target + row.find("DB_LINK").map(link -> "@" + link).orElse(""));
    }
  }

  private void privileges() throws SQLException {
    for (OracleRow row : catalogue.rows(OracleQuery.PRIVILEGES)) {
      privilege(row, row.text("PRIVILEGE"));
    }
    for (OracleRow row : catalogue.rows(OracleQuery.COLUMN_PRIVILEGES)) {
      privilege(row, row.text("PRIVILEGE") + " (" + row.text("COLUMN_NAME") + ")");
    }
  }

  private void privilege(OracleRow row, String right) {
    Name table = row.name("TABLE_SCHEMA", "TABLE_NAME");
    if (!catalogue.isLeftOut(table)) {
      add(
          "privilege",
          catalogue.name(table),
          right
              + " TO "
              + row.text("GRANTEE")
              + (row.is("GRANTABLE", "YES") ? " WITH GRANT OPTION" : ""));
    }
  }

  private void links() throws SQLException {
    for (OracleRow row : catalogue.rows(OracleQuery.LINKS)) {
      add(
          "database link",
          catalogue.name(row.name("OWNER", "DB_LINK")),
          row.find("USERNAME").map(user -> "CONNECT TO " + user + " ").orElse("")
              + "USING "
              + row.text("HOST"));
    }
  }

  private void policies() throws SQLException {
    for (OracleRow row : catalogue.rows(OracleQuery.POLICIES)) {
      Name table = row.name("OBJECT_OWNER", "OBJECT_NAME");
      if (!catalogue.isLeftOut(table)) {
        List<String> words = new ArrayList<>();
        row.find("PF_OWNER").ifPresent(words::add);
        row.find("PACKAGE").ifPresent(words::add);
        row.find("FUNCTION").ifPresent(words::add);
        String statements =
            List.of("SEL", "INS", "UPD", "DEL", "IDX").stream()
                .filter(column -> row.is(column, "YES"))
                .reduce("", (some, more) -> some + " " + more);
        add(
            "policy",
            catalogue.name(table, row.text("POLICY_NAME")),
            String.join(".", words) + statements + (row.is("ENABLE", "NO") ? " DISABLED" : ""));
      }
    }
  }

  private void objects() throws SQLException {
    for (OracleRow row :
        catalogue.rows(OracleQuery.OBJECTS).stream()
            .sorted(Comparator.comparing(row -> row.text("OBJECT_NAME")))
            .toList()) {
      String type = row.text("OBJECT_TYPE");
      if (!READ_ELSEWHERE.contains(type) && !isOfServer(row.text("OBJECT_NAME"))) {
        add(words(type), catalogue.name(row.name("OWNER", "OBJECT_NAME")), "");
      }
    }
  }
}
