package dev.anabranch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.error.ErrorCode;
import org.junit.jupiter.api.Test;

class ScriptAssemblerTest {

  @Test
  void keepsWhatStandsBetweenStatements() {
    String script = "-- x\r\n a b ;\r;c -- y\n;  d -- z\n";
    ScriptAssembler assembler = new ScriptAssembler(script);
    assembler.piece(script.indexOf('a'), script.indexOf('a') + 1);
    assembler.piece(script.indexOf('b'), script.indexOf('b') + 1);
    assembler.terminate(script.indexOf(';') + 1);
    assembler.terminate(script.indexOf(";c") + 1);
    assembler.piece(script.indexOf(";c") + 1, script.indexOf(";c") + 2);
    assembler.terminate(script.indexOf(";  d") + 1);
    assembler.piece(script.indexOf('d'), script.indexOf('d') + 1);

    SplitScript split = assembler.finish();

    assertThat(split.statements())
        .containsExactly(
            new ScriptStatement("-- x\r\n ", "a b", " ;", 2),
            new ScriptStatement("\r;", "c", " -- y\n;", 3),
            new ScriptStatement("  ", "d", "", 4));
    assertThat(split.trailing()).isEqualTo(" -- z\n");
    assertThat(split.join()).isEqualTo(script);
  }

  @Test
  void nothingIsNoStatement() {
    SplitScript split = new ScriptAssembler(" ; \n").finish();
    assertThat(split.statements()).isEmpty();
    assertThat(split.trailing()).isEqualTo(" ; \n");
  }

  @Test
  void problemsAreReportedTogetherAndInOrder() {
    ScriptAssembler assembler = new ScriptAssembler("a\nb\r\nc\rd");
    assembler.problem(7, ErrorCode.UNSUPPORTED_CLIENT_COMMAND, "d", "do d");
    assembler.unterminated(2, "the comment", "*/");

    ScriptSplitException thrown =
        catchThrowableOfType(ScriptSplitException.class, assembler::finish);

    assertThat(thrown.code()).isEqualTo(ErrorCode.UNTERMINATED_TEXT);
    assertThat(thrown.line()).isEqualTo(2);
    assertThat(thrown)
        .hasMessage("Cannot split the script: the comment that begins here is never closed.");
    assertThat(thrown.hint())
        .hasValue("Close it with */, or look for an earlier one that opens or closes too much.");
    assertThat(thrown.problems())
        .last()
        .isEqualTo(new ScriptProblem(ErrorCode.UNSUPPORTED_CLIENT_COMMAND, "d", "do d", 4));
    assertThat(thrown.problems()).hasSize(2);
  }

  @Test
  void problemsWithoutEndAreCutOff() {
    ScriptAssembler assembler = new ScriptAssembler("x".repeat(1000));
    for (int i = 0; i < 1000; i++) {
      assembler.problem(i, ErrorCode.UNSUPPORTED_CLIENT_COMMAND, "x", "y");
    }
    assertThat(catchThrowableOfType(ScriptSplitException.class, assembler::finish).problems())
        .hasSize(100);
  }

  @Test
  void askingForAStatementThatIsNotThereIsAMistake() {
    assertThatThrownBy(() -> new ScriptAssembler("").statementStart())
        .isInstanceOf(IllegalStateException.class);
  }
}
