package dev.anabranch.testkit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.testkit.junit.EachServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.h2.api.Trigger;

/** Tables are filled with rows that keep their constraints, on each product. */
class RowFillerIT {

  private static final List<DataType> TYPES =
      List.of(
          DataType.Simple.BOOLEAN,
          DataType.Simple.SMALLINT,
          DataType.Simple.INTEGER,
          DataType.Simple.BIGINT,
          new DataType.Numeric(9, 3),
          new DataType.Numeric(3, 3),
          DataType.Simple.REAL,
          DataType.Simple.DOUBLE,
          new DataType.Char(1),
          new DataType.Char(9),
          new DataType.Varchar(1),
          new DataType.Varchar(90),
          DataType.Simple.TEXT,
          new DataType.Binary(3),
          new DataType.Varbinary(30),
          DataType.Simple.BLOB,
          DataType.Simple.DATE,
          new DataType.Time(0),
          new DataType.Time(6),
          new DataType.Timestamp(0),
          new DataType.Timestamp(6),
          new DataType.TimestampWithTimeZone(3),
          DataType.Interval.YEAR_TO_MONTH,
          DataType.Interval.DAY_TO_SECOND,
          DataType.Simple.UUID,
          DataType.Simple.JSON,
          new DataType.Array(DataType.Simple.INTEGER),
          new DataType.Array(new DataType.Varchar(20)),
          new DataType.Enumeration(
              QualifiedName.of("mood"), List.of("happy", "it's \"so\"", "sad")));

  private static boolean has(RowsDatabase database, DataType type) {
    if (type instanceof DataType.Array) {
      return database.dialect().has(Capability.ARRAYS);
    }
    return !(type instanceof DataType.Interval) || database.dialect().has(Capability.INTERVALS);
  }

  private static void run(RowsDatabase database, Operation operation) throws SQLException {
    for (DdlStatement statement : database.dialect().ddl().compile(operation)) {
      database.execute(statement.sql());
    }
  }

  private static Table everyType(RowsDatabase database, Nullability nullability) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.of(Identifier.of("id"), DataType.Simple.BIGINT)
            .withValue(
                new ColumnValue.Identity(
                    ColumnValue.Generation.BY_DEFAULT, SequenceOptions.defaults())));
    for (DataType type : TYPES) {
      if (has(database, type)) {
        columns.add(
            Column.of(Identifier.of("c" + columns.size()), type).withNullability(nullability));
      }
    }
    return Table.of(
            QualifiedName.of("every_type_" + nullability.name().toLowerCase(Locale.ROOT)), columns)
        .withConstraints(
            List.of(
                new PrimaryKey(
                    Optional.empty(), List.of(Identifier.of("id")), Deferrability.NOT_DEFERRABLE)));
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void columnsOfEveryTypeAreFilledWithEdgesAndNulls(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      if (database.dialect().has(Capability.ENUM_TYPES)) {
        run(
            database,
            new CreateEnumType(
                EnumType.of(QualifiedName.of("mood"), List.of("happy", "it's \"so\"", "sad")),
                Existence.STRICT));
      }
      for (Nullability nullability : Nullability.values()) {
        run(database, new CreateTable(everyType(database, nullability), Existence.STRICT));
      }

      FillReport report = database.fill(1);

      assertThat(report.unfilled()).isEmpty();
      assertThat(report.filled()).allSatisfy(table -> assertThat(table.rows()).isEqualTo(20));
      for (Nullability nullability : Nullability.values()) {
        Table table = everyType(database, nullability);
        for (Column column : table.columns().subList(1, table.columns().size())) {
          String name = database.dialect().style().quote(column.name());
          String from = " FROM " + database.dialect().style().quote(table.name());
          boolean comparable = column.type() != DataType.Simple.JSON;
          if (comparable) {
            assertThat(database.number("SELECT COUNT(DISTINCT " + name + ")" + from))
                .as("%s", column)
                .isBetween(2L, 19L);
          }
          assertThat(database.number("SELECT COUNT(*)" + from + " WHERE " + name + " IS NULL") > 0)
              .as("%s", column)
              .isEqualTo(nullability == Nullability.NULLABLE);
        }
      }
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void textsAreEmptyLongQuotedAndOfEveryAlphabet(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute("CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY, word VARCHAR(40))");

      database.fill(3);

      assertThat(database.query("SELECT word FROM note"))
          .contains("", "it's \"so\"", "a\\b\\\\'", "Ab ", "null", "\ud83d\ude00", "\u65e5\u672c")
          .anyMatch(word -> word.length() == 40);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void keysUniqueRulesAndReferencesAreKept(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE TABLE tenant (id INTEGER NOT NULL PRIMARY KEY, code CHAR(2) NOT NULL UNIQUE)",
          "CREATE TABLE person (tenant_id INTEGER NOT NULL, id INTEGER NOT NULL, email VARCHAR(50),"
              + " PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email),"
              + " FOREIGN KEY (tenant_id) REFERENCES tenant (id))",
          "CREATE TABLE account (person_id INTEGER NOT NULL, tenant_id INTEGER NOT NULL,"
              + " chosen BOOLEAN NOT NULL, PRIMARY KEY (person_id, tenant_id),"
              + " FOREIGN KEY (tenant_id) REFERENCES tenant (id),"
              + " FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id))",
          "CREATE TABLE flag (is_on BOOLEAN NOT NULL PRIMARY KEY, size SMALLINT UNIQUE)");

      FillReport report = database.fill(5);

      assertThat(report.unfilled()).isEmpty();
      assertThat(database.number("SELECT COUNT(*) FROM person")).isEqualTo(20);
      assertThat(database.number("SELECT COUNT(*) FROM account")).isEqualTo(20);
      // There are two truth values.
      assertThat(database.number("SELECT COUNT(*) FROM flag")).isEqualTo(2);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void tablesThatReferToEachOtherOrThemselvesAreFilled(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE TABLE employee (id INTEGER NOT NULL PRIMARY KEY, boss_id INTEGER,"
              + " department_id INTEGER NOT NULL, FOREIGN KEY (boss_id) REFERENCES employee (id))",
          "CREATE TABLE department (id INTEGER NOT NULL PRIMARY KEY, head_id INTEGER,"
              + " FOREIGN KEY (head_id) REFERENCES employee (id))",
          "ALTER TABLE employee ADD FOREIGN KEY (department_id) REFERENCES department (id)",
          "CREATE TABLE folder (id INTEGER NOT NULL PRIMARY KEY, root_id INTEGER NOT NULL,"
              + " FOREIGN KEY (root_id) REFERENCES folder (id))");

      FillReport report = database.fill(5);

      assertThat(report.unfilled()).isEmpty();
      assertThat(database.number("SELECT COUNT(*) FROM employee WHERE boss_id IS NOT NULL"))
          .isBetween(10L, 19L);
      assertThat(database.number("SELECT COUNT(*) FROM department WHERE head_id IS NOT NULL"))
          .isBetween(10L, 19L);
      assertThat(database.number("SELECT COUNT(*) FROM folder")).isEqualTo(20);
    }
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void referencesThatNeitherTableCanLeaveOutWaitForEachOther(TestDatabase test)
      throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      cycle(database);

      FillReport report = database.fill(5);

      assertThat(report.unfilled()).isEmpty();
      assertThat(
              database.number(
                  "SELECT COUNT(*) FROM hen h JOIN egg e ON e.id = h.egg_id JOIN hen m ON m.id = e.hen_id"))
          .isEqualTo(20);
      assertThat(database.read().table(QualifiedName.of("hen")).orElseThrow().foreignKeys().get(0))
          .satisfies(
              key ->
                  assertThat(key.rules().deferrability()).isEqualTo(Deferrability.NOT_DEFERRABLE));
    }
  }

  @EachServer({"postgresql", "mysql", "mariadb"})
  void rowsOfACycleThatAreThereAreReferredToAtOnce(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      cycle(database);
      database.fill(5);
      database.execute("DELETE FROM shell");
      List<String> eggs = database.query("SELECT * FROM egg ORDER BY id");

      FillReport some =
          new RowFiller(database.dialect(), new FillOptions(25, 5))
              .fill(
                  database.connection(),
                  database.read(),
                  table -> !table.equals(QualifiedName.of("hen")));

      assertThat(some.unfilled()).isEmpty();
      assertThat(some.filled())
          .containsExactly(
              new FilledTable(QualifiedName.of("egg"), 20, 5, List.of()),
              new FilledTable(QualifiedName.of("shell"), 0, 25, List.of()));
      assertThat(database.query("SELECT * FROM egg ORDER BY id")).containsAll(eggs);
      assertThat(database.number("SELECT COUNT(*) FROM hen")).isEqualTo(20);
    }
  }

  private static void cycle(RowsDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE hen (id INTEGER NOT NULL PRIMARY KEY, egg_id INTEGER NOT NULL UNIQUE)",
        "CREATE TABLE egg (id INTEGER NOT NULL PRIMARY KEY, hen_id INTEGER NOT NULL,"
            + " FOREIGN KEY (hen_id) REFERENCES hen (id))",
        "ALTER TABLE hen ADD CONSTRAINT hen_egg FOREIGN KEY (egg_id) REFERENCES egg (id)",
        "CREATE TABLE shell (egg_id INTEGER NOT NULL, FOREIGN KEY (egg_id) REFERENCES egg (id))");
  }

  @EachServer("h2")
  void tablesThatNeedEachOtherAreNamedWhereTheServerCannotWait(TestDatabase test)
      throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      cycle(database);

      FillReport report = database.fill(5);

      assertThat(report.filled()).isEmpty();
      assertThat(report.unfilled())
          .extracting(UnfilledTable::describe)
          .anyMatch(words -> words.contains("refer to each other"))
          .anyMatch(
              words ->
                  words.matches(
                      "Cannot fill shell: its foreign key \\w+ refers to egg, which has no rows\\."));
      assertThat(report.unfilled()).allMatch(each -> each.hint().contains("by hand"));
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void conditionsAreKept(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      String[] conditions = {
        "a >= 100 AND a < 103",
        "b BETWEEN 3 AND 7",
        "c IN ('new', 'old', 'it''s')",
        "d LIKE 'A-%'",
        "CHAR_LENGTH(e) = 5",
        "f > g",
        "h IS NULL OR h <> ''",
        "(i IS NULL AND j IS NOT NULL) OR (i IS NOT NULL AND j IS NULL)",
        "k >= DATE '2020-01-01'",
        "UPPER(l) = l",
        "m <> 0 AND 100 / m > 20",
        "n * 2 = o"
      };
      StringBuilder sql =
          new StringBuilder(
              "CREATE TABLE ruled (a INTEGER NOT NULL, b NUMERIC(5, 2) NOT NULL, c VARCHAR(10) NOT NULL,"
                  + " d VARCHAR(20) NOT NULL, e VARCHAR(20), f INTEGER NOT NULL, g INTEGER NOT NULL,"
                  + " h VARCHAR(10), i INTEGER, j INTEGER, k DATE NOT NULL, l VARCHAR(9) NOT NULL,"
                  + " m INTEGER NOT NULL, n SMALLINT NOT NULL, o SMALLINT NOT NULL");
      for (int i = 0; i < conditions.length; i++) {
        sql.append(", CONSTRAINT rule_")
            .append(i)
            .append(" CHECK (")
            .append(conditions[i])
            .append(')');
      }
      database.execute(sql.append(')').toString());

      FillReport report = database.fill(11);

      assertThat(report.unfilled()).isEmpty();
      assertThat(database.number("SELECT COUNT(*) FROM ruled")).isEqualTo(20);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void aTableThatCannotBeFilledIsNamedWithItsConstraint(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE TABLE odd (a INTEGER NOT NULL, CONSTRAINT odd_rule CHECK (MOD(a, 7) = 9))",
          "CREATE TABLE none (a INTEGER NOT NULL, CONSTRAINT none_rule CHECK (a > 5 AND a < 4))");

      FillReport report = database.fill(11);

      assertThat(report.filled()).isEmpty();
      assertThat(report.unfilled())
          .satisfiesExactly(
              table ->
                  assertThat(table.describe())
                      .startsWith("Cannot fill none: ")
                      .containsIgnoringCase("none_rule"),
              table ->
                  assertThat(table.describe())
                      .startsWith("Cannot fill odd: ")
                      .containsIgnoringCase("odd_rule"));
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void rowsThatAreThereStayAndEmptyColumnsGetValues(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(30) UNIQUE)",
          "INSERT INTO customer VALUES (3, 'by hand')",
          "INSERT INTO customer VALUES (900, 'text 1')");
      FillReport first = database.fill(2);
      List<String> before = database.query("SELECT id, name FROM customer ORDER BY id");
      database.execute("ALTER TABLE customer ADD COLUMN last_order TIMESTAMP NULL");

      FillReport second = database.fill(2);

      assertThat(first.filled())
          .containsExactly(new FilledTable(QualifiedName.of("customer"), 2, 18, List.of()));
      assertThat(before).contains("3|by hand", "900|text 1").hasSize(20);
      assertThat(second.filled())
          .containsExactly(
              new FilledTable(
                  QualifiedName.of("customer"), 20, 0, List.of(Identifier.of("last_order"))));
      assertThat(database.query("SELECT id, name FROM customer ORDER BY id")).isEqualTo(before);
      assertThat(database.number("SELECT COUNT(last_order) FROM customer")).isBetween(12L, 19L);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void theSameSeedGivesTheSameRows(TestDatabase one, TestDatabase other) throws SQLException {
    try (RowsDatabase first = new RowsDatabase(one);
        RowsDatabase second = new RowsDatabase(other)) {
      for (RowsDatabase database : List.of(first, second)) {
        keysAndMore(database);
      }
      second.execute("CREATE TABLE another (id INTEGER NOT NULL PRIMARY KEY)");
      first.fill(42);
      second.fill(42);

      assertThat(first.query("SELECT * FROM child ORDER BY id"))
          .isEqualTo(second.query("SELECT * FROM child ORDER BY id"));

      second.execute("DELETE FROM child", "DELETE FROM parent");
      second.fill(43);
      assertThat(second.query("SELECT * FROM child ORDER BY id"))
          .isNotEqualTo(first.query("SELECT * FROM child ORDER BY id"));
    }
  }

  private static void keysAndMore(RowsDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))",
        "CREATE TABLE child (id INTEGER NOT NULL PRIMARY KEY, parent_id INTEGER NOT NULL,"
            + " price NUMERIC(8, 2), word VARCHAR(30) UNIQUE,"
            + " FOREIGN KEY (parent_id) REFERENCES parent (id), CHECK (price > 1))");
  }

  @EachServer("postgresql")
  void typesOfPostgresqlAreFilled(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE DOMAIN zip AS varchar(5) NOT NULL CHECK (VALUE ~ '^[0-9]{5}$')",
          "CREATE DOMAIN percent AS numeric(5, 2) CHECK (VALUE >= 0 AND VALUE <= 100)",
          "CREATE TYPE pair AS (a integer, b numeric(3, 1))",
          "CREATE TYPE level AS ENUM ('low', 'high')",
          "CREATE TABLE own (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, z zip, p percent NOT NULL,"
              + " pr pair NOT NULL, l level NOT NULL, ls level[] NOT NULL, n numeric NOT NULL,"
              + " v varchar NOT NULL, j json NOT NULL, x xml NOT NULL, i inet NOT NULL UNIQUE,"
              + " c cidr NOT NULL, m macaddr NOT NULL, mo money NOT NULL, b bit(3) NOT NULL,"
              + " bv bit varying(8) NOT NULL, iv interval NOT NULL, tz timetz NOT NULL,"
              + " ts tsvector NOT NULL, pt point NOT NULL, o oid NOT NULL, nm name NOT NULL,"
              + " d double precision GENERATED ALWAYS AS (p * 2) STORED)",
          "CREATE TABLE booking (room integer NOT NULL, during tsrange NOT NULL,"
              + " EXCLUDE USING gist (during WITH &&))",
          "CREATE UNIQUE INDEX own_lower ON own (lower(v))",
          "CREATE TABLE part (at date NOT NULL, note text) PARTITION BY RANGE (at)",
          "CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')",
          "CREATE TABLE nobody (x pg_snapshot NOT NULL)");

      FillReport report = database.fill(8);

      assertThat(report.unfilled())
          .containsExactly(
              new UnfilledTable(
                  QualifiedName.of("nobody"),
                  "the column x needs a value and has the type pg_snapshot, for which none is known",
                  "Add rows to nobody by hand."));
      assertThat(database.number("SELECT COUNT(*) FROM own")).isEqualTo(20);
      assertThat(database.number("SELECT COUNT(*) FROM booking")).isEqualTo(20);
      assertThat(database.number("SELECT COUNT(*) FROM part")).isEqualTo(20);
    }
  }

  @EachServer({"mysql", "mariadb"})
  void typesOfMysqlAreFilled(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute(
          "CREATE TABLE own (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
              + " t TINYINT UNSIGNED NOT NULL UNIQUE, m MEDIUMINT NOT NULL, b BIT(6) NOT NULL,"
              + " y YEAR NOT NULL, s SET('a', 'b c', 'd') NOT NULL, e ENUM('x', 'y') NOT NULL,"
              + " tt TINYTEXT NOT NULL, mt MEDIUMTEXT NOT NULL, tb TINYBLOB NOT NULL,"
              + " d DECIMAL(6, 2) UNSIGNED NOT NULL, f FLOAT UNSIGNED NOT NULL,"
              + " l VARCHAR(20) CHARACTER SET latin1 NOT NULL, a CHAR(5) CHARACTER SET ascii NOT NULL,"
              + " g GEOMETRY NOT NULL, p POINT NOT NULL, j JSON NOT NULL,"
              + " v INT GENERATED ALWAYS AS (t * 2) VIRTUAL)");

      FillReport report = database.fill(8);

      assertThat(report.unfilled()).isEmpty();
      assertThat(database.number("SELECT COUNT(*) FROM own")).isEqualTo(20);
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void aTriggerThatRefusesRowsIsTheReason(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute("CREATE TABLE guarded (id INTEGER NOT NULL)");
      switch (database.dialect().name()) {
        case "postgresql" ->
            database.execute(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$ BEGIN RAISE EXCEPTION 'not today'; END $$",
                "CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH ROW EXECUTE FUNCTION refuse()");
        case "h2" ->
            database.execute(
                "CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH ROW CALL \""
                    + Refusing.class.getName()
                    + "\"");
        default ->
            database.execute(
                "CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH ROW"
                    + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not today'");
      }

      FillReport report = database.fill(1);

      assertThat(report.unfilled())
          .singleElement()
          .satisfies(table -> assertThat(table.reason()).contains("not today"));
    }
  }

  /** Refuses every row. */
  public static final class Refusing implements Trigger {
    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
      throw new SQLException("not today");
    }
  }

  @EachServer({"h2", "postgresql", "mysql", "mariadb"})
  void aTransactionOfTheCallerIsLeftToIt(TestDatabase test) throws SQLException {
    try (RowsDatabase database = new RowsDatabase(test)) {
      database.execute("CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY)");
      database.connection().setAutoCommit(false);

      database.fill(1);
      database.connection().rollback();

      assertThat(database.number("SELECT COUNT(*) FROM note")).isZero();
    }
  }
}
