package dev.anabranch.dialect.mysql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that are open in the body of a routine (MySQL 8.0 Reference Manual, 13.6; MariaDB,
 * "Programmatic and Compound Statements").
 *
 * <p>The words that open one are words of the language only where a statement begins: {@code IF}
 * and {@code REPEAT} are functions as well, and {@code begin} and {@code end} may be columns.
 */
final class MysqlBlocks {

  /** Why begin and end do not fit together, and where. */
  record Mismatch(int at, String reason) {}

  private enum Kind {
    BEGIN,
    IF,
    CASE,
    LOOP,
    WHILE,
    REPEAT,
    FOR,
    CASE_EXPRESSION
  }

  private record Block(Kind kind, int at) {}

  private static final Set<String> OPENING =
      Set.of("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");

  private final Deque<Block> open = new ArrayDeque<>();
  private @Nullable Mismatch mismatch;

  /** Whether the next word begins a statement. */
  private boolean atStart = true;

  /** Whether the last piece was the first word of a statement, and so may be a label. */
  private boolean labelled;

  private boolean declaration;
  private boolean handler;

  /** The block whose END was read last, until the statement it stands in ends. */
  private @Nullable Block ended;

  private boolean endComplete;
  private boolean endLabelled;

  /** Says whether a block is open. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Returns where the outermost open block begins. */
  OptionalInt outermost() {
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peekLast().at());
  }

  /** Returns why it is not sure where the body ends, at the end of its statement. */
  Optional<Mismatch> mismatch() {
    requireEndComplete();
    return Optional.ofNullable(mismatch);
  }

  /** Takes a word of the language, or a name that is no part of a longer one. */
  void word(String word, int at) {
    if (ended != null) {
      behindEnd(word, at);
      return;
    }
    // The FOR of a handler says for what it is.
    boolean first = atStart || (handler && OPENING.contains(word) && !word.equals("FOR"));
    atStart = false;
    labelled = false;
    if (first) {
      first(word, at);
    } else {
      further(word, at);
    }
  }

  /** Takes a name that is part of a longer one, text, or a name in quotes. */
  void other(int at) {
    if (ended != null) {
      behindEnd("", at);
      return;
    }
    labelled = atStart;
    atStart = false;
  }

  /** Takes a symbol. */
  void symbol(char c, int at) {
    if (ended != null) {
      fail(at, "something stands behind the END of a block");
      return;
    }
    atStart = labelled && c == ':';
    labelled = false;
  }

  /** Takes a semicolon that ends a statement within a block. */
  void semicolon() {
    requireEndComplete();
    Block top = open.peekFirst();
    if (top != null && top.kind() == Kind.CASE_EXPRESSION) {
      fail(top.at(), "this CASE has no END");
      open.pop();
    }
    ended = null;
    atStart = true;
    labelled = false;
    declaration = false;
    handler = false;
  }

  private void first(String word, int at) {
    switch (word) {
      case "BEGIN", "LOOP", "REPEAT" -> {
        open(word, at);
        atStart = true;
      }
      case "IF", "CASE", "WHILE", "FOR" -> open(word, at);
      // BEGIN NOT ATOMIC opens a block outside a routine.
      case "ELSE", "NOT", "ATOMIC" -> atStart = true;
      case "ELSEIF", "ELSIF", "WHEN", "UNTIL" -> {}
      case "END" -> end(at);
      case "DECLARE" -> declaration = true;
      default -> labelled = true;
    }
  }

  private void further(String word, int at) {
    switch (word) {
      case "THEN" -> atStart = topIs(Kind.IF) || topIs(Kind.CASE);
      case "DO" -> atStart = topIs(Kind.WHILE) || topIs(Kind.FOR);
      case "HANDLER" -> handler = declaration;
      case "CASE" -> open.push(new Block(Kind.CASE_EXPRESSION, at));
      case "END" -> {
        if (topIs(Kind.CASE_EXPRESSION)) {
          open.pop();
        } else if (topIs(Kind.REPEAT)) {
          end(at);
        }
      }
      default -> {}
    }
  }

  private boolean topIs(Kind kind) {
    Block top = open.peekFirst();
    return top != null && top.kind() == kind;
  }

  private void open(String word, int at) {
    handler = false;
    open.push(new Block(Kind.valueOf(word), at));
  }

  private void end(int at) {
    if (open.isEmpty()) {
      fail(at, "this END has no BEGIN");
      return;
    }
    Block block = open.pop();
    ended = block;
    endComplete = block.kind() == Kind.BEGIN;
    endLabelled = false;
  }

  // END IF, END CASE and so on; then, perhaps, the label of the block.
  private void behindEnd(String word, int at) {
    Block block = ended;
    if (block == null) {
      return;
    }
    if (!endComplete) {
      endComplete = true;
      if (!word.equals(block.kind().name())) {
        fail(at, "END " + word + " stands where the " + block.kind() + " before it ends");
      }
    } else if (endLabelled || OPENING.contains(word)) {
      fail(at, "something stands behind the END of a block");
    } else {
      endLabelled = true;
    }
  }

  private void requireEndComplete() {
    Block block = ended;
    if (block != null && !endComplete) {
      endComplete = true;
      fail(
          block.at(),
          "the "
              + block.kind()
              + " that begins here is ended by END alone, not by END "
              + block.kind().name().toUpperCase(Locale.ROOT));
    }
  }

  private void fail(int at, String reason) {
    if (mismatch == null) {
      mismatch = new Mismatch(at, reason);
    }
  }
}
