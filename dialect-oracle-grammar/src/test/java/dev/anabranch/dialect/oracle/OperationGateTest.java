package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.dialect.oracle.grammar.OracleGate;
import dev.anabranch.operation.Operation;
import org.junit.jupiter.api.Test;

class OperationGateTest {
  @Test
  void dump() {
    for (int release : new int[] {19, 21, 23}) {
      OracleDialect dialect = new OracleDialect(OracleRelease.offline(ServerVersion.of(release, 0)));
      for (Operation operation : OperationCorpus.all()) {
        for (DdlStatement statement : dialect.ddl().compile(operation)) {
          var problems = OracleGate.problems(statement.sql(), release);
          System.out.println((problems.isEmpty() ? "OK " : "BAD ") + release + " " + operation.describe());
          if (release == 19 || !problems.isEmpty()) {
            String s = statement.sql();
            System.out.println(s.length() > 3000 ? s.substring(0, 3000) : s);
          }
          problems.forEach(p -> System.out.println("   !! " + p.substring(0, Math.min(300, p.length()))));
        }
      }
    }
  }
}
