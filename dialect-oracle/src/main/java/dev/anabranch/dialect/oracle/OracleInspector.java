package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.SchemaInspector;
import dev.anabranch.dialect.SequencePosition;
import dev.anabranch.dialect.SequencePosition.Course;
import dev.anabranch.dialect.oracle.OracleRow.Name;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.schema.SchemaWords;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.View;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlStyle;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a database from the ALL_ views of the dictionary (Database Reference 19c), each of them
 * once: what the user may see, and of the current edition.
 *
 * <p>Passed over is what the server made for itself: dropped tables in the recycle bin, tables of
 * nested columns, of domain indexes, of materialized views and their logs, overflow segments, the
 * sequences and indexes behind identities, keys and LOBs.
 */
final class OracleInspector implements SchemaInspector {

  private static final Pattern IDENTITY_SEQUENCE = Pattern.compile("ISEQ\\$\\$_\\d+");
  private static final String OWN_COMMENT = "snapshot table for snapshot ";
  private static final String OWN_INDEX = "I_SNAP$_";
  private static final String UPDATE_LOG = "RUPD$_";

  private final SqlStyle style;

  OracleInspector(SqlStyle style) {
    this.style = style;
  }

  @Override
  public DatabaseSchema inspect(Connection connection, InspectionRequest request)
      throws SQLException {
    return new Reading(new OracleCatalogue(connection, style, request)).schema();
  }

  /**
   * Reads LAST_NUMBER, the first number that is not set aside in a cache (Database Reference 19c,
   * ALL_SEQUENCES).
   */
  @Override
  public List<SequencePosition> sequencePositions(Connection connection, InspectionRequest request)
      throws SQLException {
    OracleCatalogue catalogue = new OracleCatalogue(connection, style, request);
    Map<Name, OracleRow> identities = new HashMap<>();
    for (OracleRow row : catalogue.rows(OracleQuery.IDENTITIES)) {
      identities.put(row.name("OWNER", "SEQUENCE_NAME"), row);
    }
    List<SequencePosition> positions = new ArrayList<>();
    for (OracleRow row : catalogue.rows(OracleQuery.SEQUENCES)) {
      Name name = row.name("SEQUENCE_OWNER", "SEQUENCE_NAME");
      OracleRow identity = identities.get(name);
      boolean ofDropped = identity == null && IDENTITY_SEQUENCE.matcher(name.name()).matches();
      Name owner = identity == null ? name : identity.name("OWNER", "TABLE_NAME");
      if (!ofDropped && !catalogue.isLeftOut(owner)) {
        positions.add(
            new SequencePosition(
                catalogue.name(owner),
                Optional.ofNullable(identity).map(i -> catalogue.name(i.text("COLUMN_NAME"))),
                new BigInteger(row.text("LAST_NUMBER")),
                Course.of(new BigInteger(row.text("INCREMENT_BY")))));
      }
    }
    return SequencePosition.sorted(positions);
  }

  /** One reading of a database; for one thread. */
  private static final class Reading {

    private final OracleCatalogue catalogue;
    private final OracleColumnReader columns;
    private final OracleConstraintReader constraints;
    private final OracleIndexReader indexes;
    private final Map<Name, String> comments = new HashMap<>();
    private final Set<Name> ofServer = new HashSet<>();
    private final List<View> views = new ArrayList<>();
    private final List<OtherObject> others = new ArrayList<>();

    Reading(OracleCatalogue catalogue) throws SQLException {
      this.catalogue = catalogue;
      this.columns = new OracleColumnReader(catalogue);
      this.constraints = new OracleConstraintReader(catalogue);
      this.indexes = new OracleIndexReader(catalogue, constraints);
      for (OracleRow row : catalogue.rows(OracleQuery.TABLE_COMMENTS)) {
        comments.put(row.name("OWNER", "TABLE_NAME"), row.text("COMMENTS"));
      }
    }

    DatabaseSchema schema() throws SQLException {
      materializedViews();
      views();
      List<Table> tables = tables();
      others.addAll(constraints.disabled());
      others.addAll(indexes.others());
      others.addAll(OracleTableParts.read(catalogue));
      others.addAll(OracleOthers.read(catalogue));
      return new DatabaseSchema(tables, views, sequences(), List.of(), others);
    }

    // The rows of a materialized view lie in a table, mostly of the same name.
    private void materializedViews() throws SQLException {
      Map<Name, String> words = new HashMap<>();
      for (OracleRow row : catalogue.rows(OracleQuery.MATERIALIZED_VIEW_COMMENTS)) {
        words.put(row.name("OWNER", "MVIEW_NAME"), row.text("COMMENTS"));
      }
      for (OracleRow row : catalogue.rows(OracleQuery.MATERIALIZED_VIEWS)) {
        Name name = row.name("OWNER", "MVIEW_NAME");
        ofServer.add(row.name("OWNER", "CONTAINER_NAME"));
        views.add(
            new View(
                catalogue.name(name),
                View.Kind.MATERIALIZED,
                columns.names(row.name("OWNER", "CONTAINER_NAME")),
                SqlExpression.of(row.text("QUERY").strip()),
                Optional.ofNullable(words.get(name)).filter(text -> !text.startsWith(OWN_COMMENT)),
                options(row)));
        indexes(name, row.name("OWNER", "CONTAINER_NAME"));
      }
      for (OracleRow row : catalogue.rows(OracleQuery.MATERIALIZED_VIEW_LOGS)) {
        Name master = row.name("LOG_OWNER", "MASTER");
        ofServer.add(row.name("LOG_OWNER", "LOG_TABLE"));
        ofServer.add(new Name(master.schema(), UPDATE_LOG + master.name()));
        others.add(new OtherObject("materialized view log", catalogue.name(master), logged(row)));
      }
    }

    private static String logged(OracleRow row) {
      List<String> words = new ArrayList<>();
      for (String column : List.of("ROWIDS", "PRIMARY_KEY", "SEQUENCE", "INCLUDE_NEW_VALUES")) {
        if (row.is(column, "YES")) {
          words.add(column);
        }
      }
      return String.join(", ", words);
    }

    private static DialectOptions options(OracleRow row) {
      DialectOptions options = DialectOptions.none();
      options = option(options, OracleOptions.BUILD, row.text("BUILD_MODE"), "IMMEDIATE");
      options = option(options, OracleOptions.REFRESH, row.text("REFRESH_METHOD"), "FORCE");
      return option(options, OracleOptions.REFRESH_ON, row.text("REFRESH_MODE"), "DEMAND");
    }

    private static DialectOptions option(
        DialectOptions options, String key, String value, String usual) {
      return value.isEmpty() || value.equals(usual)
          ? options
          : options.with(OracleDialectProvider.PRODUCT, key, value.toLowerCase(Locale.ROOT));
    }

    private void indexes(Name view, Name container) {
      indexes
          .of(container)
          .forEach(
              index ->
                  index
                      .name()
                      .filter(name -> !name.value().toUpperCase(Locale.ROOT).startsWith(OWN_INDEX))
                      .ifPresent(
                          name ->
                              others.add(
                                  new OtherObject(
                                      "index of a materialized view",
                                      catalogue.name(view, name.value()),
                                      SchemaWords.of(index)))));
    }

    private void views() throws SQLException {
      for (OracleRow row : catalogue.rows(OracleQuery.VIEWS)) {
        Name name = row.name("OWNER", "VIEW_NAME");
        String query = row.text("TEXT").strip();
        boolean plain = row.find("VIEW_TYPE").isEmpty() && !row.is("EDITIONING_VIEW", "Y");
        if (plain && !query.isEmpty()) {
          views.add(
              new View(
                  catalogue.name(name),
                  View.Kind.PLAIN,
                  columns.names(name),
                  SqlExpression.of(query),
                  Optional.ofNullable(comments.get(name)),
                  DialectOptions.none()));
        } else {
          String kind = row.is("EDITIONING_VIEW", "Y") ? "editioning view" : "object view";
          others.add(new OtherObject(plain ? "view" : kind, catalogue.name(name), query));
        }
      }
    }

    private List<Table> tables() throws SQLException {
      List<Table> tables = new ArrayList<>();
      for (OracleRow row : catalogue.rows(OracleQuery.TABLES)) {
        Name name = row.name("OWNER", "TABLE_NAME");
        if (!isOfServer(row) && row.find("IOT_TYPE").orElse("IOT").equals("IOT")) {
          tables.add(table(row, name));
          if (row.is("EXTERNAL", "YES")) {
            others.add(new OtherObject("external table", catalogue.name(name), ""));
          }
        }
      }
      for (OracleRow row : catalogue.rows(OracleQuery.OBJECT_TABLES)) {
        if (!isOfServer(row)) {
          others.add(
              new OtherObject(
                  "object table",
                  catalogue.name(row.name("OWNER", "TABLE_NAME")),
                  "OF " + row.text("TABLE_TYPE_OWNER") + "." + row.text("TABLE_TYPE")));
        }
      }
      return tables;
    }

    private boolean isOfServer(OracleRow row) {
      Name name = row.name("OWNER", "TABLE_NAME");
      return row.is("NESTED", "YES")
          || row.is("SECONDARY", "Y")
          || row.is("DROPPED", "YES")
          || ofServer.contains(name)
          || catalogue.isLeftOut(name);
    }

    private Table table(OracleRow row, Name name) {
      OracleColumnReader.Columns own = columns.of(name, constraints.conditions(name));
      return new Table(
          catalogue.name(name),
          own.columns(),
          constraints.of(name, own.checks()),
          indexes.of(name),
          Optional.ofNullable(comments.get(name)),
          tableOptions(row));
    }

    private static DialectOptions tableOptions(OracleRow row) {
      DialectOptions options = DialectOptions.none();
      if (row.is("TEMPORARY", "Y")) {
        String kept = row.is("DURATION", "SYS$SESSION") ? "preserve-rows" : "delete-rows";
        options = options.with(OracleDialectProvider.PRODUCT, OracleOptions.ON_COMMIT, kept);
      }
      if (row.is("IOT_TYPE", "IOT")) {
        options = options.with(OracleDialectProvider.PRODUCT, OracleOptions.ORGANIZATION, "index");
      }
      return options;
    }

    // That of a dropped table stays until the recycle bin is emptied, and belongs to nothing.
    private List<Sequence> sequences() throws SQLException {
      Set<Name> behind = new HashSet<>(columns.sequences());
      List<Sequence> sequences = new ArrayList<>();
      for (OracleRow row : catalogue.rows(OracleQuery.SEQUENCES)) {
        Name name = row.name("SEQUENCE_OWNER", "SEQUENCE_NAME");
        if (!behind.contains(name) && !IDENTITY_SEQUENCE.matcher(name.name()).matches()) {
          sequences.add(
              Sequence.of(catalogue.name(name)).withOptions(OracleSequenceReader.ofSequence(row)));
        }
      }
      return sequences;
    }
  }
}
