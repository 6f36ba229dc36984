import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.rows.FillOptions;
import dev.anabranch.testkit.rows.FillReport;
import dev.anabranch.testkit.rows.RowFiller;
import dev.anabranch.testkit.rows.RowSnapshot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;

/**
 * Times how long the tables of an empty database are filled with 20 rows each, how long it takes to find that nothing is to be
 * done, and how long all rows are read: the first time in this process, and the median of 15 runs after 5 that are not counted.
 * The tables are a hundred of eight columns, with a key, a unique rule, a condition and a reference to the table before.
 *
 * <p>Run it with the product's libraries on the class path, on a database that may be emptied: {@code java -cp 'lib/*' Filling.java
 * URL USER PASSWORD}.
 */
public final class Filling {

  private static final int TABLES = 100;
  private static final int RUNS = 15;
  private static final int WARMING = 5;

  public static void main(String[] arguments) throws Exception {
    Dialects dialects = Dialects.load(Filling.class.getClassLoader());
    double[][] times = new double[3][RUNS];
    double[] first = new double[3];
    FillReport report = null;
    try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        Statement statement = connection.createStatement()) {
      Dialect dialect = dialects.requireForUrl(arguments[0], "the URL").dialect(connection);
      for (int i = -WARMING; i < RUNS; i++) {
        for (int table = TABLES; table > 0; table--) {
          statement.execute("DROP TABLE IF EXISTS filled_" + table);
        }
        for (int table = 1; table <= TABLES; table++) {
          statement.execute(
              "CREATE TABLE filled_" + table + " (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL, email VARCHAR(200) UNIQUE,"
                  + " price NUMERIC(10, 2) CHECK (price >= 0), born DATE, seen TIMESTAMP, active BOOLEAN NOT NULL,"
                  + " before_id INTEGER" + (table == 1 ? "" : " REFERENCES filled_" + (table - 1) + " (id)") + ")");
        }
        DatabaseSchema schema = dialect.inspector().inspect(connection, InspectionRequest.currentSchema());
        RowFiller filler = new RowFiller(dialect, FillOptions.of(i));
        long[] marks = new long[4];
        marks[0] = System.nanoTime();
        report = filler.fill(connection, schema);
        marks[1] = System.nanoTime();
        filler.fill(connection, schema);
        marks[2] = System.nanoTime();
        RowSnapshot.take(connection, dialect, schema.tables());
        marks[3] = System.nanoTime();
        for (int part = 0; part < 3; part++) {
          double time = (marks[part + 1] - marks[part]) / 1e6 / TABLES;
          if (i == -WARMING) {
            first[part] = time;
          } else if (i >= 0) {
            times[part][i] = time;
          }
        }
      }
      for (int table = TABLES; table > 0; table--) {
        statement.execute("DROP TABLE filled_" + table);
      }
    }
    String[] parts = {"fill", "fill again", "read all rows"};
    System.out.printf("%-28s %8s %8s %8s %8s%n", "milliseconds a table", "first", "min", "median", "max");
    for (int part = 0; part < 3; part++) {
      Arrays.sort(times[part]);
      System.out.printf(
          "%-28s %8.2f %8.2f %8.2f %8.2f%n", parts[part], first[part], times[part][0], times[part][RUNS / 2], times[part][RUNS - 1]);
    }
    System.out.printf("%d tables, %d rows, %d tables not filled%n", TABLES, report.added(), report.unfilled().size());
  }
}
