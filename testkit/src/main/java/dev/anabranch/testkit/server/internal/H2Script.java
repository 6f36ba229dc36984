package dev.anabranch.testkit.server.internal;

import static java.util.stream.Collectors.toSet;

import dev.anabranch.testkit.server.KeptDatabase;
import dev.anabranch.testkit.server.TestDatabase;
import dev.anabranch.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The statements that make an H2 database again, rows included, as the command {@code SCRIPT} tells
 * them. They are kept in memory.
 */
final class H2Script implements KeptDatabase {

  /** Table or view, with other words or without a candidate; column; function not found. */
  private static final Set<Integer> NOT_THERE_YET = Set.of(42102, 42103, 42104, 42122, 90022);

  /**
   * A view that is forced stays broken when what it stands on comes behind it, as it may: H2 gives
   * ids of what was dropped to what is new, and writes by id.
   */
  private static final Pattern FORCE = Pattern.compile("^(CREATE )FORCE (?=(MATERIALIZED )?VIEW )");

  private static final int TRIALS = 4;

  private final Function<String, TestDatabase> create;
  private final List<String> statements;

  private H2Script(Function<String, TestDatabase> create, List<String> statements) {
    this.create = create;
    this.statements = statements;
  }

  /**
   * Reads a database; nobody is disturbed.
   *
   * <p>H2 keeps the query of a view as it has optimized it, and optimizing that again may put its
   * conditions into another order, and then back. So what is read is tried, until what comes out of
   * it is what the source has.
   *
   * @param create makes an empty database of a name
   * @param name a name for the trial
   */
  static H2Script of(TestDatabase source, Function<String, TestDatabase> create, String name) {
    List<String> wanted = script(source);
    List<String> statements = wanted;
    for (int trial = 0; trial < TRIALS && hasViews(wanted); trial++) {
      try (TestDatabase copy = new H2Script(create, statements).restore(name)) {
        List<String> got = script(copy);
        if (schema(got).equals(schema(wanted))) {
          return new H2Script(create, statements);
        }
        statements = got;
      }
    }
    return new H2Script(create, wanted);
  }

  private static boolean hasViews(List<String> statements) {
    return statements.stream().anyMatch(sql -> FORCE.matcher(sql).find());
  }

  /** Leaves out rows, and users, whose passwords are salted; the order is that of ids. */
  private static Set<String> schema(List<String> statements) {
    return statements.stream()
        .filter(sql -> !sql.startsWith("INSERT ") && !sql.startsWith("CREATE USER "))
        .collect(toSet());
  }

  private static List<String> script(TestDatabase database) {
    List<String> statements = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SCRIPT")) {
      while (row.next()) {
        statements.add(withoutSemicolon(row.getString(1)));
      }
    } catch (SQLException e) {
      throw refused(database.name(), e);
    }
    return List.copyOf(statements);
  }

  @Override
  public TestDatabase restore(String name) {
    TestDatabase copy = create.apply(name);
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      // A brace may stand in a text.
      statement.setEscapeProcessing(false);
      InOrderOfNeed<String> rightAway =
          new InOrderOfNeed<>(
              NOT_THERE_YET, sql -> statement.execute(FORCE.matcher(sql).replaceFirst("$1")));
      for (String sql : rightAway.run(statements)) {
        // A view that is broken in the source, too.
        statement.execute(sql);
      }
    } catch (SQLException e) {
      copy.close();
      throw refused(name, e);
    }
    return copy;
  }

  @Override
  public void release() {
    // The memory goes with this object.
  }

  /** What stands behind the query of a view would become a part of it. */
  private static String withoutSemicolon(String sql) {
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
  }

  private static TestServerException refused(String database, SQLException e) {
    return TestServerException.refused(
        "Cannot copy the database %s: %s".formatted(database, e.getMessage()), e);
  }
}
