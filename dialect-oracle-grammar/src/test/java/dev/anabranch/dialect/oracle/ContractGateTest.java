package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.oracle.grammar.OracleGate;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import dev.anabranch.testkit.portability.OperationSample;
import dev.anabranch.testkit.portability.OperationSamples;
import dev.anabranch.testkit.schema.Requirements;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the contract asks of every dialect, as far as that can be seen without a server: what Oracle
 * is said to do is written and passes the gate, and everything else is refused.
 */
class ContractGateTest {

  private static OracleDialect dialect(int release) {
    return new OracleDialect(OracleRelease.offline(ServerVersion.of(release, 0)));
  }

  static Stream<OperationSample> samples() {
    return OperationSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsWrittenOrRefused(OperationSample sample) {
    Set<String> seen = new HashSet<>();
    for (int release : new int[] {19, 21, 23}) {
      OracleDialect dialect = dialect(release);
      check(dialect, OperationSample.recorded(dialect, sample.given()), seen);
      check(dialect, sample.operations(dialect), seen);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyRevisionMadeByChanceIsWrittenOrRefused(long seed) {
    Set<String> seen = new HashSet<>();
    check(dialect(19), RevisionCorpus.generate(seed, 45).operations(), seen);
    assertThat(seen).hasSizeGreaterThan(50);
  }

  private static void check(OracleDialect dialect, List<Operation> operations, Set<String> seen) {
    for (Operation operation : operations) {
      Set<Capability> missing = EnumSet.noneOf(Capability.class);
      missing.addAll(Requirements.of(operation, dialect.names()));
      missing.removeAll(dialect.capabilities());
      if (missing.isEmpty()) {
        written(dialect, operation, seen);
      } else if (operation instanceof OutsideTransaction block) {
        check(dialect, block.operations(), seen);
      } else {
        OperationException refusal =
            catchThrowableOfType(OperationException.class, () -> dialect.ddl().compile(operation));
        assertThat(refusal).as("%s lacks %s", operation.describe(), missing).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION);
        assertThat(refusal).hasMessageStartingWith("Cannot " + operation.describe() + " on ");
      }
    }
  }

  private static void written(OracleDialect dialect, Operation operation, Set<String> seen) {
    for (DdlStatement statement : dialect.ddl().compile(operation)) {
      String sql = statement.sql();
      if (seen.add(sql)) {
        assertThat(OracleGate.problems(sql, dialect.version().major()))
            .as("problems of %s", sql)
            .isEmpty();
      }
    }
  }
}
