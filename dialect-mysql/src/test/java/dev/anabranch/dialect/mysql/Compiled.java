package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.RecorderSettings;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.NamingConvention;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a revision records, as operations and as statements of a release. */
final class Compiled {

  static final String MYSQL = "8.0.31";
  static final String MARIADB = "11.4.5-MariaDB";

  private static final String USUAL_MODE = "STRICT_TRANS_TABLES";

  private Compiled() {}

  /** Returns the dialect of a release, by the text with which the server names it. */
  static Dialect dialect(String release) {
    return new MysqlDialect(MysqlServer.of(release, "shop", USUAL_MODE));
  }

  /** Returns the operations that a revision records, with names by the standard convention. */
  static List<Operation> operations(Dialect dialect, Consumer<Operations> revision) {
    Operations recorder =
        new Operations(
            new RecorderSettings(
                dialect.names(), NamingConvention.standard(), dialect.style().limit()::fits, ""),
            (recorded, wanted) -> {
              throw new AssertionError("there is no database to " + wanted);
            });
    revision.accept(recorder);
    return recorder.takeRecorded().stream().map(RecordedOperation::operation).toList();
  }

  /** Returns the statements of a revision. */
  static List<DdlStatement> statements(String release, Consumer<Operations> revision) {
    Dialect dialect = dialect(release);
    return operations(dialect, revision).stream()
        .flatMap(each -> dialect.ddl().compile(each).stream())
        .toList();
  }

  /** Returns the statements on MySQL, as {@link #sql(String, Consumer)} does. */
  static String mysql(Consumer<Operations> revision) {
    return sql(MYSQL, revision);
  }

  /** Returns the statements on MariaDB, as {@link #sql(String, Consumer)} does. */
  static String mariadb(Consumer<Operations> revision) {
    return sql(MARIADB, revision);
  }

  /**
   * Returns the statements of a revision and what prepares them, each with a semicolon and a line
   * break.
   */
  static String sql(String release, Consumer<Operations> revision) {
    return statements(release, revision).stream()
        .flatMap(each -> Stream.concat(each.preparation().stream(), Stream.of(each.sql())))
        .map(sql -> sql + ";\n")
        .collect(Collectors.joining());
  }
}
