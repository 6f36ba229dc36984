package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.SqlCursor;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What has to be known of one statement to tell which semicolons belong to it: its first words,
 * open parentheses, and whether it stands in a routine's body.
 *
 * <p>The body {@code BEGIN ATOMIC ... END} holds statements, each ended by a semicolon, and nothing
 * else (PostgreSQL 18 Documentation, CREATE FUNCTION, {@code sql_body}). Its {@code END} is
 * therefore the one that follows a semicolon or {@code ATOMIC}; that of {@code CASE}, or a column
 * called so, follows neither. psql counts {@code CASE} and {@code END} instead and is misled by
 * such a column.
 */
final class PostgresStatementShape {

  private static final int NOWHERE = -1;
  private static final String TEXT_SETTING = "STANDARD_CONFORMING_STRINGS";

  private enum Stage {
    FIRST,
    CREATE,
    CREATE_OR,
    CREATE_OR_REPLACE,
    ROUTINE,
    BODY,
    COPY,
    COPY_INLINE,
    SET,
    SET_TEXT_MODE,
    RESET,
    PLAIN
  }

  private enum Previous {
    BEGIN,
    FROM,
    END_OF_BODY_STATEMENT,
    OTHER
  }

  /** How the text behind the statement is read. */
  enum TextMode {
    UNCHANGED,
    STANDARD,
    BACKSLASHES
  }

  private Stage stage = Stage.FIRST;
  private TextMode textMode = TextMode.UNCHANGED;
  private Previous previous = Previous.OTHER;
  private int depth;
  private int parenthesisAt = NOWHERE;
  private int beginAt = NOWHERE;

  void open(int at) {
    if (depth++ == 0) {
      parenthesisAt = at;
    }
  }

  void close() {
    if (depth > 0) {
      depth--;
    }
  }

  /** Takes the piece between a place and the cursor, which is no word. */
  void other(SqlCursor cursor, int from) {
    previous = Previous.OTHER;
    switch (stage) {
      case ROUTINE, BODY, COPY, COPY_INLINE, PLAIN -> {}
      case SET_TEXT_MODE -> textValue(cursor.since(from));
      case FIRST, CREATE, CREATE_OR, CREATE_OR_REPLACE, SET, RESET -> stage = Stage.PLAIN;
    }
  }

  /** Takes the word between a place and the cursor. */
  void word(SqlCursor cursor, int from) {
    Previous before = previous;
    previous = Previous.OTHER;
    switch (stage) {
      case FIRST -> stage = first(cursor, from);
      case CREATE -> stage = cursor.spells(from, "OR") ? Stage.CREATE_OR : created(cursor, from);
      case CREATE_OR ->
          stage = cursor.spells(from, "REPLACE") ? Stage.CREATE_OR_REPLACE : Stage.PLAIN;
      case CREATE_OR_REPLACE -> stage = created(cursor, from);
      case ROUTINE -> routine(cursor, from, before);
      case BODY -> {
        if (before == Previous.END_OF_BODY_STATEMENT && cursor.spells(from, "END")) {
          stage = Stage.PLAIN;
        }
      }
      case COPY -> copy(cursor, from, before);
      case SET -> set(cursor, from);
      case SET_TEXT_MODE -> textValue(cursor.since(from));
      case RESET -> reset(cursor, from);
      case COPY_INLINE, PLAIN -> {}
    }
  }

  /** Takes a semicolon that ends no statement of the script. */
  void semicolonInside() {
    previous = depth == 0 ? Previous.END_OF_BODY_STATEMENT : Previous.OTHER;
  }

  /** Says whether a semicolon would stand inside the statement. */
  boolean keepsSemicolon() {
    return depth > 0 || stage == Stage.BODY;
  }

  /** Says whether the statement makes the server wait for data from the client. */
  boolean readsInlineData() {
    return stage == Stage.COPY_INLINE;
  }

  /** Says how the text behind the statement is read. */
  TextMode textMode() {
    return textMode;
  }

  /** Returns where the outermost open parenthesis stands. */
  OptionalInt openParenthesis() {
    return depth > 0 ? OptionalInt.of(parenthesisAt) : OptionalInt.empty();
  }

  /** Returns where the open body begins. */
  OptionalInt openBody() {
    return stage == Stage.BODY ? OptionalInt.of(beginAt) : OptionalInt.empty();
  }

  private Stage first(SqlCursor cursor, int from) {
    if (cursor.spells(from, "CREATE")) {
      return Stage.CREATE;
    } else if (cursor.spells(from, "COPY")) {
      return Stage.COPY;
    } else if (cursor.spells(from, "SET")) {
      return Stage.SET;
    }
    boolean reset = cursor.spells(from, "RESET") || cursor.spells(from, "DISCARD");
    return reset ? Stage.RESET : Stage.PLAIN;
  }

  private static Stage created(SqlCursor cursor, int from) {
    boolean routine = cursor.spells(from, "FUNCTION") || cursor.spells(from, "PROCEDURE");
    return routine ? Stage.ROUTINE : Stage.PLAIN;
  }

  private void routine(SqlCursor cursor, int from, Previous before) {
    if (depth > 0) {
      return;
    }
    if (cursor.spells(from, "BEGIN")) {
      previous = Previous.BEGIN;
      beginAt = from;
    } else if (before == Previous.BEGIN && cursor.spells(from, "ATOMIC")) {
      stage = Stage.BODY;
      previous = Previous.END_OF_BODY_STATEMENT;
    }
  }

  // The grammar takes STDOUT for STDIN behind FROM as well.
  private void copy(SqlCursor cursor, int from, Previous before) {
    if (depth > 0) {
      return;
    }
    if (cursor.spells(from, "FROM")) {
      previous = Previous.FROM;
    } else if (before == Previous.FROM
        && (cursor.spells(from, "STDIN") || cursor.spells(from, "STDOUT"))) {
      stage = Stage.COPY_INLINE;
    }
  }

  private void set(SqlCursor cursor, int from) {
    if (cursor.spells(from, TEXT_SETTING)) {
      stage = Stage.SET_TEXT_MODE;
    } else if (!cursor.spells(from, "SESSION") && !cursor.spells(from, "LOCAL")) {
      stage = Stage.PLAIN;
    }
  }

  private void reset(SqlCursor cursor, int from) {
    if (cursor.spells(from, "ALL") || cursor.spells(from, TEXT_SETTING)) {
      textMode = TextMode.STANDARD;
    }
    stage = Stage.PLAIN;
  }

  // A truth value may be shortened, and stand in quotes: of, f, n and 0 are false.
  private void textValue(String piece) {
    String value = piece.replace("'", "").toLowerCase(Locale.ROOT);
    if (value.equals("=") || value.equals("to")) {
      return;
    }
    boolean off = value.matches("of|off|0") || startsOneOf(value, "false", "no");
    textMode = off ? TextMode.BACKSLASHES : TextMode.STANDARD;
  }

  private static boolean startsOneOf(String value, String... words) {
    return !value.isEmpty() && Arrays.stream(words).anyMatch(word -> word.startsWith(value));
  }
}
