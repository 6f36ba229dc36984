package dev.anabranch.dialect.oracle.grammar;

import io.debezium.antlr.CaseChangingCharStream;
import io.debezium.ddl.parser.oracle.generated.PlSqlLexer;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;

/** A second opinion: the grammar of PL/SQL that Debezium carries. */
public final class DebeziumGrammar {

  private DebeziumGrammar() {}

  /**
   * Says what is wrong with a statement, as it is sent through JDBC.
   *
   * @param sql a statement without its semicolon, or a unit of PL/SQL with its last one
   * @return nothing if it is well-formed
   */
  public static List<String> check(String sql) {
    boolean unit = OracleGrammar.isUnit(OracleGrammar.tokens(sql));
    Errors errors = new Errors();
    PlSqlLexer lexer =
        new PlSqlLexer(
            new CaseChangingCharStream(
                CharStreams.fromString(sql + (unit ? "\n/\n" : ";\n")), true));
    lexer.removeErrorListeners();
    lexer.addErrorListener(errors);
    PlSqlParser parser = new PlSqlParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(errors);
    parser.sql_script();
    return List.copyOf(errors.found);
  }

  private static final class Errors extends BaseErrorListener {

    private final List<String> found = new ArrayList<>();

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      found.add(line + ":" + column + " " + message);
    }
  }
}
