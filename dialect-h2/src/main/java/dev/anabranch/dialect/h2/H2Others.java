package dev.anabranch.dialect.h2;

import dev.anabranch.dialect.h2.H2Catalogue.ObjectName;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the catalogue knows and no operation models. */
final class H2Others {

  private static final String EVERYBODY = "PUBLIC";

  private final H2Catalogue catalogue;
  private final H2TypeReader types;
  private final Set<OtherObject> found = new LinkedHashSet<>();

  private H2Others(H2Catalogue catalogue, H2TypeReader types) {
    this.catalogue = catalogue;
    this.types = types;
  }

  static List<OtherObject> read(H2Catalogue catalogue, H2TypeReader types) throws SQLException {
    H2Others others = new H2Others(catalogue, types);
    others.schemas();
    others.domains();
    others.triggers();
    others.routines();
    others.synonyms();
    others.constants();
    others.roles();
    others.rights();
    return List.copyOf(others.found);
  }

  private void add(String kind, QualifiedName name, String... words) {
    found.add(new OtherObject(kind, name, String.join(" ", words)));
  }

  // That a schema is there is seen where it has a name: the connection's own has none.
  private void schemas() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ANY(?)",
        row -> {
          String schema = row.getString("SCHEMA_NAME");
          if (!catalogue.isCurrent(schema)) {
            add("schema", inNoSchema(catalogue.name(schema)));
          }
        });
  }

  private void domains() throws SQLException {
    Map<ObjectName, String> conditions = new HashMap<>();
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ANY(?)",
        row ->
            conditions.put(
                H2Catalogue.object(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"),
                row.getString("CHECK_CLAUSE")));
    Map<ObjectName, List<String>> checks = new HashMap<>();
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS WHERE DOMAIN_SCHEMA = ANY(?)
        ORDER BY CONSTRAINT_NAME
        """,
        row ->
            checks
                .computeIfAbsent(
                    H2Catalogue.object(row, "DOMAIN_SCHEMA", "DOMAIN_NAME"),
                    domain -> new ArrayList<>())
                .add(
                    "CHECK ("
                        + conditions.get(
                            H2Catalogue.object(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"))
                        + ")"));
    catalogue.each(
        """
        SELECT * FROM INFORMATION_SCHEMA.DOMAINS
        WHERE DOMAIN_SCHEMA = ANY(?) AND DATA_TYPE <> 'ENUM'
        """,
        row -> {
          ObjectName name = H2Catalogue.object(row, "DOMAIN_SCHEMA", "DOMAIN_NAME");
          List<String> words = new ArrayList<>();
          words.add(types.text(types.ofDomain(row, name)));
          H2Catalogue.text(row, "DOMAIN_DEFAULT").ifPresent(text -> words.add("DEFAULT " + text));
          words.addAll(checks.getOrDefault(name, List.of()));
          add("domain", catalogue.name(name), words.toArray(String[]::new));
        });
  }

  private void triggers() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ANY(?)",
        row -> {
          ObjectName table = H2Catalogue.object(row, "EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE");
          if (!catalogue.isLeftOut(table)) {
            add(
                "trigger",
                catalogue.name(table, row.getString("TRIGGER_NAME")),
                row.getString("ACTION_TIMING"),
                row.getString("EVENT_MANIPULATION"),
                "FOR EACH",
                row.getString("ACTION_ORIENTATION"),
                H2Catalogue.text(row, "JAVA_CLASS").map(name -> "CALL " + name).orElse("AS ..."));
          }
        });
  }

  private void routines() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = ANY(?)",
        row -> {
          Optional<String> source = H2Catalogue.text(row, "ROUTINE_DEFINITION");
          add(
              row.getString("ROUTINE_TYPE").toLowerCase(Locale.ROOT),
              catalogue.name(H2Catalogue.object(row, "ROUTINE_SCHEMA", "ROUTINE_NAME")),
              source
                  .map(text -> "AS " + text)
                  .orElse("FOR " + H2Catalogue.text(row, "EXTERNAL_NAME").orElse("...")));
        });
  }

  private void synonyms() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.SYNONYMS WHERE SYNONYM_SCHEMA = ANY(?)",
        row ->
            add(
                "synonym",
                catalogue.name(H2Catalogue.object(row, "SYNONYM_SCHEMA", "SYNONYM_NAME")),
                "FOR",
                catalogue
                    .name(H2Catalogue.object(row, "SYNONYM_FOR_SCHEMA", "SYNONYM_FOR"))
                    .toString()));
  }

  private void constants() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.CONSTANTS WHERE CONSTANT_SCHEMA = ANY(?)",
        row ->
            add(
                "constant",
                catalogue.name(H2Catalogue.object(row, "CONSTANT_SCHEMA", "CONSTANT_NAME")),
                row.getString("VALUE_DEFINITION")));
  }

  // Roles belong to the database and not to a schema; everybody has the one named PUBLIC.
  private void roles() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.ROLES",
        row -> {
          String role = row.getString("ROLE_NAME");
          if (!role.equals(EVERYBODY)) {
            add("role", inNoSchema(catalogue.name(role)));
          }
        });
  }

  private void rights() throws SQLException {
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.RIGHTS WHERE TABLE_SCHEMA = ANY(?)", this::right);
    catalogue.each(
        "SELECT * FROM INFORMATION_SCHEMA.RIGHTS WHERE GRANTEDROLE IS NOT NULL",
        row ->
            add(
                "membership",
                inNoSchema(catalogue.name(row.getString("GRANTEDROLE"))),
                "TO",
                row.getString("GRANTEE")));
  }

  // A right on a whole schema names no table.
  private void right(ResultSet row) throws SQLException {
    Optional<String> table = H2Catalogue.text(row, "TABLE_NAME").filter(name -> !name.isEmpty());
    String schema = row.getString("TABLE_SCHEMA");
    if (table.isPresent() && catalogue.isLeftOut(new ObjectName(schema, table.get()))) {
      return;
    }
    add(
        table.isPresent() ? "privilege" : "schema privilege",
        table
            .map(name -> catalogue.name(new ObjectName(schema, name)))
            .orElseGet(() -> inNoSchema(catalogue.name(schema))),
        row.getString("RIGHTS"),
        "TO",
        row.getString("GRANTEE"));
  }

  private static QualifiedName inNoSchema(Identifier name) {
    return new QualifiedName(Optional.empty(), name);
  }
}
