package dev.anabranch.dialect.postgres;

import dev.anabranch.sql.SqlCursor;
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

  private enum Stage {
    FIRST,
    CREATE,
    CREATE_OR,
    CREATE_OR_REPLACE,
    ROUTINE,
    BODY,
    COPY,
    COPY_INLINE,
    PLAIN
  }

  private enum Previous {
    BEGIN,
    FROM,
    END_OF_BODY_STATEMENT,
    OTHER
  }

  private Stage stage = Stage.FIRST;
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

  /** Takes a piece that is no word. */
  void other() {
    previous = Previous.OTHER;
    if (stage != Stage.ROUTINE && stage != Stage.BODY && stage != Stage.COPY) {
      stage = stage == Stage.COPY_INLINE ? stage : Stage.PLAIN;
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

  /** Returns where the outermost open parenthesis stands. */
  OptionalInt openParenthesis() {
    return depth > 0 ? OptionalInt.of(parenthesisAt) : OptionalInt.empty();
  }

  /** Returns where the open body begins. */
  OptionalInt openBody() {
    return stage == Stage.BODY ? OptionalInt.of(beginAt) : OptionalInt.empty();
  }

  private static Stage first(SqlCursor cursor, int from) {
    if (cursor.spells(from, "CREATE")) {
      return Stage.CREATE;
    }
    return cursor.spells(from, "COPY") ? Stage.COPY : Stage.PLAIN;
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
}
