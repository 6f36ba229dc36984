package dev.anabranch.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.oracle.grammar.OracleGate;
import dev.anabranch.dialect.oracle.grammar.OracleGrammar;
import dev.anabranch.dialect.oracle.grammar.SqlToken;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.CreateSchema;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.DropSchema;
import dev.anabranch.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statement of every operation passes the gate, for every release. */
class OperationGateTest {

  private static OracleDialect dialect(int release) {
    return new OracleDialect(OracleRelease.offline(ServerVersion.of(release, 0)));
  }

  private static List<String> statements(OracleDialect dialect, Operation operation) {
    return dialect.ddl().compile(operation).stream().map(DdlStatement::sql).toList();
  }

  /** What an old release takes a new one takes as well, so that each text is looked at once. */
  @Test
  void everyStatementPassesTheGate() {
    Set<String> seen = new HashSet<>();
    for (int release : new int[] {19, 21, 23}) {
      OracleDialect dialect = dialect(release);
      for (Operation operation : OperationCorpus.all()) {
        for (String sql : statements(dialect, operation)) {
          if (seen.add(sql)) {
            assertThat(OracleGate.problems(sql, release)).as("problems of %s", sql).isEmpty();
          }
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(150);
  }

  /** Those that are refused for every release are the only ones that the corpus lacks. */
  @Test
  void noOperationIsForgotten() {
    Set<Class<?>> all =
        Arrays.stream(Operation.class.getPermittedSubclasses()).collect(Collectors.toSet());
    Set<Class<?>> covered =
        OperationCorpus.all().stream().map(Object::getClass).collect(Collectors.toSet());
    covered.add(CustomOperation.class);
    covered.remove(OperationCorpus.Audited.class);
    assertThat(covered)
        .containsAll(
            all.stream()
                .filter(
                    each ->
                        each != CreateSchema.class
                            && each != DropSchema.class
                            && each != AddEnumValue.class)
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void theQueriesOfTheInspectorPassTheGate(OracleQuery query) {
    String sql = query.sql(dialect(19).style(), 2).replace("?", ":1");
    assertThat(OracleGate.problems(sql, 19)).as(sql).isEmpty();
    assertThat(OracleGate.problems(OracleQuery.currentSchema(dialect(19).style()), 19)).isEmpty();
  }

  /** Where COMPATIBLE is below 12.2, names that the convention makes are shortened to fit. */
  @Test
  void noNameIsLongerThanTheServerKeeps() {
    OracleDialect dialect =
        new OracleDialect(new OracleRelease(ServerVersion.of(19, 0), 30, Optional.empty()));
    List<Operation> operations =
        OperationCorpus.recorded(
            dialect,
            op -> {
              OperationCorpus.tables(op);
              OperationCorpus.constraints(op);
              OperationCorpus.indexes(op);
            });
    for (Operation operation : operations) {
      for (String sql : statements(dialect, operation)) {
        assertThat(OracleGrammar.tokens(sql))
            .filteredOn(token -> token.kind() == SqlToken.Kind.NAME)
            .allSatisfy(
                token ->
                    assertThat(token.text().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(32));
      }
    }
  }

  /** What is written for a new release is not always what an old one takes: the gate sees it. */
  @ParameterizedTest
  @ValueSource(ints = {21, 23})
  void theStatementsOfANewReleaseDoNotPassForAnOldOne(int release) {
    OracleDialect dialect = dialect(release);
    assertThat(OperationCorpus.recorded(dialect, OperationCorpus::tables))
        .flatExtracting(operation -> statements(dialect, operation))
        .anySatisfy(sql -> assertThat(OracleGate.problems(sql, 19)).isNotEmpty());
  }
}
