package dev.anabranch.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.sql.ScriptProblem;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.SplitScript;
import dev.anabranch.testkit.splitting.SplitterLaws;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RealSchemasSplitTest {

  @TestFactory
  Stream<DynamicTest> everySchemaIsCutOrItsClientCommandsAreReported() {
    return RealSchemas.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private static void check(String name) {
    SplitterLaws laws = new SplitterLaws(new PostgresSplitter());
    String script = RealSchemas.read(name);
    List<Integer> commands = RealSchemas.clientCommandLines(script);
    if (!commands.isEmpty()) {
      assertThat(laws.check(script)).isEmpty();
      assertThat(problems(script))
          .allSatisfy(p -> assertThat(p.code()).isEqualTo(ErrorCode.UNSUPPORTED_CLIENT_COMMAND))
          .extracting(ScriptProblem::line)
          .isEqualTo(commands);
    }
    SplitScript split = laws.check(RealSchemas.withoutClientCommands(script)).orElseThrow();
    assertThat(split.statements()).hasSizeGreaterThan(10);
  }

  private static List<ScriptProblem> problems(String script) {
    return catchThrowableOfType(
            ScriptSplitException.class, () -> new PostgresSplitter().split(script))
        .problems();
  }
}
