package dev.anabranch.dialect.oracle;

import dev.anabranch.sql.SqlCursor;
import java.util.List;

/**
 * What has to be known of one statement to tell where it ends: its first words, and whether PL/SQL
 * stands in it.
 */
final class OracleStatementShape {

  private static final List<String> BEFORE_KIND =
      List.of(
          "OR", "REPLACE", "AND", "RESOLVE", "COMPILE", "NOFORCE", "EDITIONABLE", "NONEDITIONABLE");

  private static final List<String> UNITS =
      List.of("FUNCTION", "PROCEDURE", "PACKAGE", "TRIGGER", "TYPE", "LIBRARY");

  // Reserved in PL/SQL, so that behind a semicolon they begin no statement of a unit (PL/SQL
  // Language Reference 19c, appendix D).
  private static final List<String> NEVER_IN_UNIT =
      List.of("CREATE", "ALTER", "DROP", "GRANT", "REVOKE");

  /** Where the statement ends. */
  enum Body {
    /** At a semicolon or a slash. */
    SQL,
    /** At a slash; the last semicolon belongs to it. */
    UNIT,
    /** At a slash; a last semicolon does not belong to it. */
    QUERY_WITH_UNITS,
    /** At a slash, and what stands before is another language with other quotes. */
    FOREIGN
  }

  private enum Stage {
    FIRST,
    CREATE,
    MLE,
    LATER
  }

  private enum Previous {
    BEGIN_FIRST,
    SEMICOLON,
    WITH,
    WITH_UNIT,
    TRUNCATE_FIRST,
    COMMENT_FIRST,
    OTHER
  }

  private Stage stage = Stage.FIRST;
  private Body body = Body.SQL;
  private Previous previous = Previous.OTHER;

  /** Returns where the statement ends, as far as it has been read. */
  Body body() {
    return body;
  }

  /** Takes the piece between a place and the cursor, which is no word. */
  void other(SqlCursor cursor, int from) {
    if (previous == Previous.WITH_UNIT && cursor.since(from).startsWith("\"")) {
      body = Body.QUERY_WITH_UNITS;
    }
    previous = Previous.OTHER;
    if (stage == Stage.FIRST && cursor.spells(from, "<") && cursor.current() == '<') {
      body = Body.UNIT;
    }
    stage = Stage.LATER;
  }

  /**
   * Takes a semicolon.
   *
   * @return whether it ends the statement
   */
  boolean endsAtSemicolon() {
    // No block begins so: it is the BEGIN that other products begin a transaction with.
    boolean beginsTransaction = previous == Previous.BEGIN_FIRST;
    previous = Previous.SEMICOLON;
    return body == Body.SQL || beginsTransaction;
  }

  /** Takes the word between a place and the cursor. */
  void word(SqlCursor cursor, int from) {
    Previous before = previous;
    previous = Previous.OTHER;
    switch (stage) {
      case FIRST -> first(cursor, from);
      case CREATE -> created(cursor, from);
      case MLE -> {
        body = cursor.spells(from, "MODULE") ? Body.FOREIGN : Body.SQL;
        stage = Stage.LATER;
      }
      case LATER -> later(cursor, from, before);
    }
  }

  /**
   * Says whether the word between a place and the cursor surely begins another statement, because
   * no unit holds it there.
   */
  boolean beginsAnother(SqlCursor cursor, int from) {
    return switch (previous) {
      case SEMICOLON -> body == Body.UNIT && spellsOneOf(cursor, from, NEVER_IN_UNIT);
      case TRUNCATE_FIRST -> cursor.spells(from, "TABLE");
      case COMMENT_FIRST -> cursor.spells(from, "ON");
      case BEGIN_FIRST, WITH, WITH_UNIT, OTHER -> false;
    };
  }

  private void first(SqlCursor cursor, int from) {
    stage = Stage.LATER;
    if (cursor.spells(from, "CREATE")) {
      stage = Stage.CREATE;
    } else if (cursor.spells(from, "DECLARE")) {
      body = Body.UNIT;
    } else if (cursor.spells(from, "BEGIN")) {
      body = Body.UNIT;
      previous = Previous.BEGIN_FIRST;
    } else if (cursor.spells(from, "WITH")) {
      previous = Previous.WITH;
    }
  }

  private void created(SqlCursor cursor, int from) {
    if (spellsOneOf(cursor, from, BEFORE_KIND)) {
      return;
    }
    stage = Stage.LATER;
    if (spellsOneOf(cursor, from, UNITS)) {
      body = Body.UNIT;
    } else if (cursor.spells(from, "JAVA")) {
      body = Body.FOREIGN;
    } else if (cursor.spells(from, "MLE")) {
      stage = Stage.MLE;
    }
  }

  private void later(SqlCursor cursor, int from, Previous before) {
    if (body == Body.UNIT && before == Previous.SEMICOLON) {
      if (cursor.spells(from, "TRUNCATE")) {
        previous = Previous.TRUNCATE_FIRST;
      } else if (cursor.spells(from, "COMMENT")) {
        previous = Previous.COMMENT_FIRST;
      }
    } else if (body == Body.SQL && cursor.spells(from, "WITH")) {
      previous = Previous.WITH;
    } else if (before == Previous.WITH
        && (cursor.spells(from, "FUNCTION") || cursor.spells(from, "PROCEDURE"))) {
      previous = Previous.WITH_UNIT;
    } else if (before == Previous.WITH_UNIT && !cursor.spells(from, "AS")) {
      // What is called so and followed by AS is a query with a name.
      body = Body.QUERY_WITH_UNITS;
    }
  }

  private static boolean spellsOneOf(SqlCursor cursor, int from, List<String> words) {
    return words.stream().anyMatch(word -> cursor.spells(from, word));
  }
}
