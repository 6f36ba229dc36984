package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RecordedOperation;
import dev.anabranch.migration.RecorderSettings;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.NamingConvention;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Operations, recorded as a revision does, and their statements. */
final class Compiled {

  private Compiled() {}

  /** Returns a dialect without a server. */
  static OracleDialect dialect(int release) {
    return dialect(release, 128);
  }

  /** Returns a dialect without a server that keeps names of some bytes. */
  static OracleDialect dialect(int release, int longestName) {
    return new OracleDialect(
        new OracleRelease(ServerVersion.of(release, 0), longestName, Optional.empty()));
  }

  /** Returns what a body records. */
  static List<Operation> recorded(OracleDialect dialect, Consumer<Operations> body) {
    Operations op =
        new Operations(
            new RecorderSettings(
                dialect.names(), NamingConvention.standard(), dialect.style().limit()::fits, ""),
            (before, wanted) -> {
              throw new AssertionError(wanted);
            });
    body.accept(op);
    return op.takeRecorded().stream().map(RecordedOperation::operation).toList();
  }

  /** Returns the statements of what a body records. */
  static List<DdlStatement> statements(OracleDialect dialect, Consumer<Operations> body) {
    return recorded(dialect, body).stream()
        .flatMap(operation -> dialect.ddl().compile(operation).stream())
        .toList();
  }

  /** Returns the text of the statements of what a body records, with a line between them. */
  static String sql(int release, Consumer<Operations> body) {
    return statements(dialect(release), body).stream()
        .map(DdlStatement::sql)
        .collect(Collectors.joining("\n--\n"));
  }

  /** Checks the text of the statements of what a body records, the same on each release. */
  static void assertEverywhere(Consumer<Operations> body, String expected) {
    assertThat(sql(19, body)).isEqualTo(expected);
    assertThat(sql(21, body)).isEqualTo(expected);
    assertThat(sql(23, body)).isEqualTo(expected);
  }

  /** Checks the text of the statements of what a body records, another from 23ai on. */
  static void assertFrom23(Consumer<Operations> body, String below, String then) {
    assertThat(sql(19, body)).isEqualTo(below);
    assertThat(sql(21, body)).isEqualTo(below);
    assertThat(sql(23, body)).isEqualTo(then);
  }
}
