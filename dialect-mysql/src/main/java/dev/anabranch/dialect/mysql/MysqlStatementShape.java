package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.mysql.MysqlSqlMode.Bodies;
import dev.anabranch.sql.SqlCursor;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What has to be known of one statement to tell which semicolons belong to it: which kind of
 * statement it is, and where the body of a routine begins.
 */
final class MysqlStatementShape {

  /** Why it is not sure where the statement ends. */
  record Doubt(int at, String reason, String wayOut) {}

  private static final String USE_DELIMITER =
      "Look for an END too few or too many. Or write \"DELIMITER $$\" on a line before the"
          + " statement, \"$$\" behind it, and \"DELIMITER ;\" on the line after.";

  private static final int LONGEST_WORD = 16;
  private static final int NOWHERE = -1;

  // What may stand between CREATE and the kind of what is created, if that has a body.
  private static final Set<String> PREFIXES =
      Set.of("OR", "REPLACE", "AGGREGATE", "DEFINER", "CURRENT_USER", "CURRENT_ROLE");

  // What may stand between the parameters of a procedure and its body.
  private static final Set<String> CHARACTERISTICS =
      Set.of(
          "COMMENT",
          "LANGUAGE",
          "SQL",
          "NOT",
          "DETERMINISTIC",
          "CONTAINS",
          "NO",
          "READS",
          "MODIFIES",
          "DATA",
          "SECURITY",
          "DEFINER",
          "INVOKER");

  // What the body of a function begins with: it has to return something.
  private static final Set<String> FUNCTION_BODY =
      Set.of("BEGIN", "RETURN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");

  private enum Stage {
    FIRST,
    BEGUN,
    CREATE,
    TRIGGER_HEAD,
    TRIGGER_ROW,
    TRIGGER_OTHER,
    EVENT_HEAD,
    PROCEDURE_HEAD,
    FUNCTION_HEAD,
    BODY,
    PACKAGE,
    SETTING,
    LOCK,
    LOCKING,
    USE,
    USED,
    PLAIN
  }

  private final MysqlBlocks blocks = new MysqlBlocks();
  private Stage stage = Stage.FIRST;
  private boolean program;
  private int depth;
  private boolean parametersSeen;
  private char previous = ' ';
  private int firstAt = NOWHERE;
  private int secondNameAt = NOWHERE;

  /** Takes a symbol. */
  void symbol(char c, int at) {
    previous = c;
    if (c == '(') {
      depth++;
    } else if (c == ')' && depth > 0) {
      depth--;
      parametersSeen = parametersSeen || depth == 0;
    }
    if (stage == Stage.BODY) {
      blocks.symbol(c, at);
    } else if (stage == Stage.FUNCTION_HEAD && c == ':' && depth == 0) {
      stage = Stage.BODY;
    } else if (stage == Stage.FIRST && c != '(') {
      stage = Stage.PLAIN;
    }
  }

  /** Takes text, or a name in quotes. */
  void quoted(int at) {
    boolean part = previous == '.' || previous == '@';
    previous = '\'';
    switch (stage) {
      case FIRST -> stage = Stage.PLAIN;
      case TRIGGER_OTHER -> stage = Stage.TRIGGER_ROW;
      case BODY -> blocks.other(at);
      case USE -> stage = Stage.USED;
      case USED -> secondNameAt = part || secondNameAt != NOWHERE ? secondNameAt : at;
      default -> {}
    }
  }

  /** Takes the word between a place and the cursor. */
  void word(SqlCursor cursor, int from) {
    boolean part = previous == '.' || previous == '@';
    boolean value = previous == '=';
    previous = 'a';
    String word = capitals(cursor, from);
    switch (stage) {
      case FIRST -> first(word, from);
      case BEGUN -> begun(word, from);
      case CREATE -> {
        if (!part && !value) {
          create(word);
        }
      }
      case TRIGGER_HEAD -> stage = word.equals("ROW") && !part ? Stage.TRIGGER_ROW : stage;
      case TRIGGER_ROW -> {
        if (word.equals("FOLLOWS") || word.equals("PRECEDES")) {
          stage = Stage.TRIGGER_OTHER;
        } else if (!part) {
          body(word, from);
        }
      }
      case TRIGGER_OTHER -> stage = Stage.TRIGGER_ROW;
      case EVENT_HEAD -> stage = word.equals("DO") && depth == 0 && !part ? Stage.BODY : stage;
      case PROCEDURE_HEAD -> {
        if (parametersSeen && depth == 0 && !CHARACTERISTICS.contains(word)) {
          body(word, from);
        }
      }
      case FUNCTION_HEAD -> {
        if (parametersSeen && depth == 0 && FUNCTION_BODY.contains(word)) {
          body(word, from);
        }
      }
      case BODY -> {
        if (part) {
          blocks.other(from);
        } else {
          blocks.word(word, from);
        }
      }
      case USE -> stage = Stage.USED;
      case USED -> secondNameAt = part || secondNameAt != NOWHERE ? secondNameAt : from;
      case LOCK ->
          stage = word.equals("TABLES") || word.equals("TABLE") ? Stage.LOCKING : Stage.PLAIN;
      case PACKAGE, SETTING, LOCKING, PLAIN -> {}
    }
  }

  /** Takes a semicolon that ends no statement of the script. */
  void semicolonInside() {
    previous = ';';
    blocks.semicolon();
  }

  /** Says whether a semicolon would stand inside the statement. */
  boolean keepsSemicolon() {
    return stage == Stage.BODY && blocks.isOpen();
  }

  /** Says whether the statement may hold others. */
  boolean isProgram() {
    return program;
  }

  /** Says whether the statement begins with {@code SET}. */
  boolean isSetting() {
    return stage == Stage.SETTING;
  }

  /** Says whether the statement locks tables, and so keeps the session from all others. */
  boolean locksTables() {
    return stage == Stage.LOCKING;
  }

  /** Returns where the outermost open block begins. */
  OptionalInt openBlock() {
    return stage == Stage.BODY ? blocks.outermost() : OptionalInt.empty();
  }

  /**
   * Returns why a semicolon behind the statement may not be its end.
   *
   * @param bodies the language in which bodies are written
   */
  Optional<Doubt> doubt(Bodies bodies) {
    if (stage == Stage.PACKAGE || (program && bodies == Bodies.ORACLE)) {
      return Optional.of(
          new Doubt(
              firstAt, "it is not sure where a body in Oracle's language ends", USE_DELIMITER));
    }
    if (secondNameAt != NOWHERE) {
      return Optional.of(
          new Doubt(
              secondNameAt,
              "something stands behind USE and a name, on this line or the next",
              "End USE with a semicolon."));
    }
    if (stage != Stage.BODY) {
      return Optional.empty();
    }
    return blocks.mismatch().map(found -> new Doubt(found.at(), found.reason(), USE_DELIMITER));
  }

  private void first(String word, int at) {
    firstAt = at;
    switch (word) {
      case "CREATE", "ALTER" -> stage = Stage.CREATE;
      case "BEGIN" -> stage = Stage.BEGUN;
      case "SET" -> stage = Stage.SETTING;
      case "USE" -> stage = Stage.USE;
      case "LOCK" -> stage = Stage.LOCK;
      // MariaDB takes these outside routines as well.
      case "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR" -> {
        program = true;
        body(word, at);
      }
      default -> stage = Stage.PLAIN;
    }
  }

  // BEGIN alone begins a transaction.
  private void begun(String word, int at) {
    if (word.equals("NOT")) {
      program = true;
      body("BEGIN", firstAt);
      blocks.word(word, at);
    } else {
      stage = Stage.PLAIN;
    }
  }

  private void create(String word) {
    if (PREFIXES.contains(word)) {
      return;
    }
    stage =
        switch (word) {
          case "PROCEDURE" -> Stage.PROCEDURE_HEAD;
          case "FUNCTION" -> Stage.FUNCTION_HEAD;
          case "TRIGGER" -> Stage.TRIGGER_HEAD;
          case "EVENT" -> Stage.EVENT_HEAD;
          case "PACKAGE" -> Stage.PACKAGE;
          default -> Stage.PLAIN;
        };
    program = stage != Stage.PLAIN;
    // Those of CURRENT_USER() are none.
    parametersSeen = false;
  }

  private void body(String word, int at) {
    stage = Stage.BODY;
    blocks.word(word, at);
  }

  // Only letters of ASCII make words of the language.
  private static String capitals(SqlCursor cursor, int from) {
    int length = cursor.position() - from;
    if (length > LONGEST_WORD) {
      return "";
    }
    StringBuilder word = new StringBuilder(length);
    for (int i = -length; i < 0; i++) {
      char c = cursor.ahead(i);
      word.append(c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c);
    }
    return word.toString();
  }
}
