import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;

/**
 * Times how long a database is read, each time on a new connection: the first time in this process, and the median of 15 runs
 * after 5 that are not counted. Opening the connection is not part of it.
 *
 * <p>Run it with the product's libraries on the class path: {@code java -cp 'lib/*' Inspecting.java URL USER PASSWORD}.
 */
public final class Inspecting {

  private static final int RUNS = 15;
  private static final int WARMING = 5;

  public static void main(String[] arguments) throws Exception {
    Dialects dialects = Dialects.load(Inspecting.class.getClassLoader());
    double[] times = new double[RUNS];
    double first = 0;
    DatabaseSchema schema = DatabaseSchema.empty();
    for (int i = -WARMING; i < RUNS; i++) {
      try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
        Dialect dialect = dialects.requireForUrl(arguments[0], "the URL").dialect(connection);
        long begun = System.nanoTime();
        schema = dialect.inspector().inspect(connection, InspectionRequest.currentSchema());
        double time = (System.nanoTime() - begun) / 1e6;
        if (i == -WARMING) {
          first = time;
        } else if (i >= 0) {
          times[i] = time;
        }
      }
    }
    Arrays.sort(times);
    System.out.printf("%-28s %8s %8s %8s %8s%n", "milliseconds", "first", "min", "median", "max");
    System.out.printf(
        "%-28s %8.0f %8.0f %8.0f %8.0f   %d tables, %d columns, %d keys, %d indexes%n",
        "anabranch",
        first,
        times[0],
        times[RUNS / 2],
        times[RUNS - 1],
        schema.tables().size(),
        schema.tables().stream().mapToInt(table -> table.columns().size()).sum(),
        schema.tables().stream().mapToInt(table -> table.constraints().size()).sum(),
        schema.tables().stream().mapToInt(table -> table.indexes().size()).sum());
  }
}
