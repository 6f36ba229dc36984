package dev.anabranch.dialect.oracle.grammar;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hand-written statements, valid and invalid on 19c, which lie in the shared/ folder beside the
 * checkout.
 */
final class Statements {

  private static final Path FILE = Path.of("..", "..", "shared", "oracle-sql", "statements.json");

  private Statements() {}

  /**
   * One of them.
   *
   * @param sql the statement
   * @param isValid whether 19c takes it
   * @param kind the word in brackets that its note begins with, such as {@code syntax}
   */
  record Statement(String sql, boolean isValid, String kind) {}

  /** Returns all of them; the test is skipped where there are none. */
  static List<Statement> all() {
    assumeTrue(
        Files.isReadable(FILE),
        () ->
            "There is no file "
                + FILE.toAbsolutePath().normalize()
                + " with valid and invalid statements: that the gate still refuses is not shown.");
    try {
      List<Statement> statements = new ArrayList<>();
      for (JsonNode node : new ObjectMapper().readTree(FILE.toFile())) {
        String note = node.get("note").asText();
        statements.add(
            new Statement(
                node.get("sql").asText(),
                node.get("valid").asBoolean(),
                note.substring(1, note.indexOf(']'))));
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
