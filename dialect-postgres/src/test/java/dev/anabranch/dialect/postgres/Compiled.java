package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.RecorderSettings;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.NamingConvention;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a revision records, as operations and as statements of a release. */
final class Compiled {

  private Compiled() {}

  /** Returns the operations that a revision records, with names by the standard convention. */
  static List<Operation> operations(Consumer<Operations> revision) {
    Operations recorder =
        new Operations(
            new RecorderSettings(
                List.of("postgresql"),
                NamingConvention.standard(),
                PostgresDialect.STYLE.limit()::fits,
                ""),
            (recorded, wanted) -> {
              throw new AssertionError("there is no database to " + wanted);
            });
    revision.accept(recorder);
    return recorder.takeRecorded().stream().map(RecordedOperation::operation).toList();
  }

  /** Returns the statements on PostgreSQL 18, as {@link #sql(int, Consumer)} does. */
  static String sql(Consumer<Operations> revision) {
    return sql(18, revision);
  }

  /**
   * Returns the statements of a revision, each with a semicolon and a line break; in front of one
   * that runs outside a transaction stands {@code outside:}.
   */
  static String sql(int release, Consumer<Operations> revision) {
    return sql(release, operations(revision));
  }

  static String sql(int release, List<Operation> operations) {
    return statements(release, operations).stream()
        .map(
            statement ->
                (statement.placement() == DdlStatement.Placement.OUTSIDE_TRANSACTION
                        ? "outside: "
                        : "")
                    + statement.sql()
                    + ";\n")
        .collect(Collectors.joining());
  }

  static List<DdlStatement> statements(int release, List<Operation> operations) {
    PostgresDdl ddl = new PostgresDdl(new PostgresDialect(ServerVersion.of(release, 0)));
    return operations.stream().flatMap(each -> ddl.compile(each).stream()).toList();
  }
}
